namespace ScenarioPortal.Matching.Index;

/// <summary>Where the postings of a term lie in a segment, 16 bytes.</summary>
internal struct TermEntry
{
    public const int None = -1;

    /// <summary>Where its impacts begin, in the long array or that of rare terms.</summary>
    public int Start;

    /// <summary>How many documents have the term, those that are gone included.</summary>
    public int Count;

    /// <summary>Its row in the directory of windows, or <see cref="None"/> when the term is rare.</summary>
    public int Row;

    /// <summary>The largest impact in any document.</summary>
    public byte Largest;
}
