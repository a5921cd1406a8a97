namespace ScenarioPortal.Matching.Index.Lanes;

/// <summary>
/// The loops over all scores of a window, for one width of register. All give the same bits: the upper half of a
/// product with a negative weight is rounded down by x86 (<c>pmulhw</c>) and Arm (<c>sqdmulh</c>), so taking it away is <see cref="Impact.Share(int, int)"/>. Lengths are multiples of <see cref="Block"/>.
/// </summary>
internal interface ILanes
{
    /// <summary>So many scores are looked at together, on every machine.</summary>
    const int Block = 64;

    static abstract bool IsSupported { get; }

    /// <summary>Adds the share of a term to the scores whose bits are set.</summary>
    /// <param name="scores">Whole blocks.</param>
    /// <param name="bits">A number for each block.</param>
    /// <param name="impacts">The first of as many impacts as bits are set; up to a block more is read behind them.</param>
    /// <param name="weight">The weight of the term.</param>
    static abstract void AddDense(Span<ushort> scores, ReadOnlySpan<ulong> bits, ref readonly byte impacts, int weight);

    /// <summary>Which of the <see cref="Block"/> scores from this one on are above the limit, a bit each.</summary>
    static abstract ulong Above(ref readonly ushort scores, int limit);
}
