using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>Which registers a search uses; all give the same results.</summary>
internal enum Width
{
    Scalar,
    Bits128,
    Bits256,
    Bits512
}

internal static class Widths
{
    /// <summary>The widest that this machine has.</summary>
    public static Width Best { get; } = Supported[^1];

    public static Width[] Supported =>
    [
        Width.Scalar,
        .. Lanes128.IsSupported ? [Width.Bits128] : (Width[])[],
        .. Lanes256.IsSupported ? [Width.Bits256] : (Width[])[],
        .. Lanes512.IsSupported ? [Width.Bits512] : (Width[])[]
    ];
}
