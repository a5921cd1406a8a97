namespace ScenarioPortal.Matching.Index;

/// <summary>How a segment is laid out. The standard was chosen by measuring (<c>./portal bench matching</c>); tests take small ones to have many windows.</summary>
internal sealed record SegmentLayout
{
    public static SegmentLayout Standard { get; } = new();

    /// <summary>Binary logarithm of the documents of a window, 6–16: the scores of a window stay in the cache, and a place in it fits into 16 bits.</summary>
    public int WindowBits { get; init; } = 15;

    /// <summary>A term that fewer documents have is kept with whole positions and without a directory of windows.</summary>
    public int ListedFrom { get; init; } = 256;

    /// <summary>A term that at least one in so many documents has is a column, one byte for each document, added without looking at positions.</summary>
    public int ColumnShare { get; init; } = 12;

    /// <summary>In shorter segments there are no columns.</summary>
    public int ColumnsFrom { get; init; } = 4096;

    public int WindowSize => 1 << WindowBits;

    public bool IsColumn(int documentsWithTerm, int documents) => documents >= ColumnsFrom && (long)documentsWithTerm * ColumnShare >= documents;
}
