namespace ScenarioPortal.Exchange.Reading;

/// <summary>How much of a file is read at most. Sizes are in bytes, lengths in UTF-16 characters.</summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    public long FileBytes { get; init; } = 50 << 20;

    /// <summary>Files inside an xlsx, pictures included.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>One part of an xlsx, unpacked: as declared, and again while unpacking.</summary>
    public long PartBytes { get; init; } = 400 << 20;

    /// <summary>All parts of an xlsx, unpacked: as declared, and again while unpacking.</summary>
    public long TotalBytes { get; init; } = 800 << 20;

    /// <summary>The shared strings are kept in memory, in about this size.</summary>
    public long SharedStringsBytes { get; init; } = 192 << 20;

    /// <summary>Unpacked to packed size of a part above <see cref="RatioFloorBytes"/>. Real sheets stay under 50.</summary>
    public int CompressionRatio { get; init; } = 200;

    /// <summary>Parts smaller than this may be packed as tightly as they like.</summary>
    public long RatioFloorBytes { get; init; } = 4 << 20;

    /// <summary>Rows below the headers that hold anything, over all sheets.</summary>
    public int Rows { get; init; } = 200_000;

    public int Columns { get; init; } = 500;

    public int Sheets { get; init; } = 200;

    /// <summary>Text of all cells together. A small file can show one long text in a million cells.</summary>
    public long TextLength { get; init; } = 400 << 20;

    /// <summary>Excel itself stops at 32,767.</summary>
    public int CellLength { get; init; } = 100_000;
}
