namespace ScenarioPortal.Matching.Scoring;

/// <summary>A file of weights cannot be read: in which line and why, for programs and for people.</summary>
public sealed class MatchWeightsException : FormatException
{
    internal MatchWeightsException(string message, int? line, WeightMistake mistake, params object[] values)
        : base(message) => (Line, Mistake, Values) = (line, mistake, values);

    /// <summary>The line, counted from 1; null when one is missing.</summary>
    public int? Line { get; }

    public WeightMistake Mistake { get; }

    /// <summary>What the mistake is about, in the order that <see cref="WeightMistake"/> says.</summary>
    public IReadOnlyList<object> Values { get; }
}

/// <summary>What is wrong in a file of weights.</summary>
public enum WeightMistake
{
    /// <summary>The header is another; the value is what it should be.</summary>
    Header,

    /// <summary>A line has not the four parts.</summary>
    Parts,

    /// <summary>The size from which it holds is none; the value is what stands there.</summary>
    Size,

    /// <summary>There is no such weight; the value is its name.</summary>
    Name,

    /// <summary>The weight is no number or out of range; the values are name, least, most and what stands there.</summary>
    Range,

    /// <summary>Weights are missing; the value is their names.</summary>
    Missing
}
