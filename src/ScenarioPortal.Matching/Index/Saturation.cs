namespace ScenarioPortal.Matching.Index;

/// <summary>
/// How a frequency becomes a weight: f · (s + 1) / (f + s · (1 − b + b · length / typical length)), the BM25 curve
/// (Robertson and Zaragoza 2009). Repeating a word helps less and less, and less in a long text.
/// </summary>
/// <param name="Slowness">s: how late repetition stops to help.</param>
/// <param name="LengthShare">b: how far the length of the text counts, 0–1.</param>
/// <param name="Normalised">Whether a document's weights are divided by its norm where documents of this list are compared.</param>
internal readonly record struct Saturation(float Slowness, float LengthShare, bool Normalised)
{
    /// <summary>For needs: nearly linear and without regard to length, as for the query of BM25; long needs shall not win by length alone.</summary>
    public static readonly Saturation Need = new(8f, 0f, Normalised: true);

    /// <summary>For capabilities; s and b chosen on the tuning data, b low as titles and technologies carry most.</summary>
    public static readonly Saturation Capability = new(1f, 0.4f, Normalised: false);

    public float Pivot(float length, float typicalLength) =>
        Slowness * (1 - LengthShare + (LengthShare * length / typicalLength));

    public float Weigh(float frequency, float pivot) => frequency * (Slowness + 1) / (frequency + pivot);

    /// <summary>What a weight in a document stays below, times its factor: s + 1, and 1 where it is divided by the norm.</summary>
    public float LargestImpact => Normalised ? 1 : Slowness + 1;

    public float Factor(TermVector document) => Normalised ? document.InverseNorm : 1;
}
