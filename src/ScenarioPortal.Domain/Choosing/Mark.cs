namespace ScenarioPortal.Domain.Choosing;

/// <summary>What an expert gives one company by one criterion.</summary>
public sealed record Mark
{
    public const int Highest = 100;
    public const int WordsMaxLength = 200;

    /// <summary>The place of the candidate.</summary>
    public required int Candidate { get; init; }

    /// <summary>The place of the criterion, from 0.</summary>
    public required int Criterion { get; init; }

    public required int Score { get; init; }

    public required string Words { get; init; }
}
