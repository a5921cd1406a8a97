using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>A technology or condition in words, with its terms weighed by rarity, to be looked for in a capability.</summary>
internal sealed record WantedPhrase(string Text, WeightedTerms Terms)
{
    /// <summary>From this share of the weight on, the phrase counts as found.</summary>
    public const double FoundFrom = 0.8;

    /// <summary>From this share of the weight on, the phrase counts as found in part.</summary>
    public const double FoundInPartFrom = 0.5;

    /// <summary>The share of the weight, 0–1, whose terms stand in the capability.</summary>
    public double Coverage(AnalysedDocument capability)
    {
        var (found, all) = (0d, 0d);
        for (var i = 0; i < Terms.Keys.Length; i++)
        {
            all += Terms.Weights[i];
            found += capability.Matching.Contains(Terms.Keys[i]) ? Terms.Weights[i] : 0;
        }

        return all > 0 ? found / all : 0;
    }
}
