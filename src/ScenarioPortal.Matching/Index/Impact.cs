using System.Runtime.CompilerServices;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// How impacts and weights become integers. An impact (what a term counts in a document, without the query) is 1–255 in equal steps, as
/// in Anh and Moffat, "Impact transformation" (SIGIR 2002); a weight has 14 bits, and the share of a term is weight · impact / 256, rounded up so that a
/// term that is there always counts. All shares of a query together fit into 16 bits: twice as many scores fit into a register and a cache as with 32,
/// and sums are exact in any order.
/// </summary>
internal static class Impact
{
    public const int Largest = 255;

    public const int LargestWeight = (1 << 14) - 1;

    /// <summary>All weights of a query together: no sum of shares can exceed it.</summary>
    public const int WeightSum = ushort.MaxValue;

    private const int ShareBits = 8;

    /// <summary>An impact in steps; more than the largest is cut, and what is above zero counts at least one step.</summary>
    /// <param name="impact">Above 0.</param>
    /// <param name="largest">What <see cref="Largest"/> steps stand for.</param>
    public static byte Of(float impact, float largest) => (byte)Math.Clamp(MathF.Round(impact * Largest / largest), 1, Largest);

    /// <summary>What a term adds to the score; 0 for impact 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Share(int weight, int impact) => (ushort)(((weight * impact) + (1 << ShareBits) - 1) >> ShareBits);

    /// <summary>The same without a sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Share(uint weight, byte impact) => (ushort)(((weight * impact) + (1 << ShareBits) - 1) >> ShareBits);

    /// <summary>What a share of one is worth, when weights were multiplied by <paramref name="scale"/>.</summary>
    public static float Unit(float scale, float largest) => (1 << ShareBits) * largest / (Largest * scale);
}
