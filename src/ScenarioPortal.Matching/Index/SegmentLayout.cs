namespace ScenarioPortal.Matching.Index;

/// <summary>How a segment is laid out. The standard was chosen by measuring (<c>./portal bench matching</c>); tests take small ones to have many windows.</summary>
internal sealed record SegmentLayout
{
    public static SegmentLayout Standard { get; } = new();

    /// <summary>Binary logarithm of the documents of a window, 6–16: the scores of a window stay in the cache, and a place in it fits into 16 bits.</summary>
    public int WindowBits { get; init; } = 15;

    /// <summary>A term that fewer documents have is kept with whole positions and without a directory of windows.</summary>
    public int ListedFrom { get; init; } = 256;

    /// <summary>Where at least one in so many documents of a window has a term, there is a bit for each document instead of places. Up to 16, so that bits take no more room.</summary>
    public int DenseShare { get; init; } = 16;

    public int WindowSize => 1 << WindowBits;

    /// <param name="postings">How many documents of the window have the term.</param>
    /// <param name="length">How many documents the window has, whole blocks.</param>
    public bool IsDense(int postings, int length) => (long)postings * DenseShare >= length;
}
