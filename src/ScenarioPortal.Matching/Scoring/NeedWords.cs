using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Words that are looked for, and what capabilities at random have of them: where similarity begins, and its unit.</summary>
/// <param name="Terms">The terms with saturated frequency × rarity among the capabilities.</param>
/// <param name="Expected">The text similarity to be expected to a capability at random.</param>
/// <param name="Deviation">The standard deviation of the text similarity to capabilities at random, above zero.</param>
internal sealed record NeedWords(WeightedTerms Terms, double Expected, double Deviation)
{
    /// <summary>The similarity of a capability that has none of them.</summary>
    public double None => Similarity(0);

    /// <summary>How similar a capability is, in standard deviations above what capabilities at random have.</summary>
    public double Similarity(AnalysedDocument capability, float typicalLength) => Similarity(Terms.Dot(capability.Matching, Saturation.Capability, typicalLength));

    /// <summary>The same where the sum over shared terms is known.</summary>
    public double Similarity(float sum) => (sum - Expected) / Deviation;
}
