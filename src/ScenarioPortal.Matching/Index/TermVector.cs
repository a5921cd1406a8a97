namespace ScenarioPortal.Matching.Index;

/// <summary>How often each term stands in a document, counted by the weight of the place it stands in. Sorted by key.</summary>
internal sealed class TermVector
{
    public static readonly TermVector Empty = new([], []);

    public TermVector(ulong[] keys, float[] frequencies)
    {
        Keys = keys;
        Frequencies = frequencies;
        Length = frequencies.Sum();
        InverseNorm = keys.Length == 0 ? 0 : 1 / MathF.Sqrt(frequencies.Sum(static f => f * f));
    }

    public ulong[] Keys { get; }

    public float[] Frequencies { get; }

    /// <summary>The sum of all frequencies.</summary>
    public float Length { get; }

    /// <summary>1 / √ Σ frequency², to compare documents of different length; 0 without terms.</summary>
    public float InverseNorm { get; }

    public bool Contains(ulong key) => Array.BinarySearch(Keys, key) >= 0;
}
