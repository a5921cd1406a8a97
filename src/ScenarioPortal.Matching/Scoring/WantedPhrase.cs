using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>A technology or condition in words, with its terms weighed by rarity, to be looked for in a capability.</summary>
internal sealed record WantedPhrase(string Text, WeightedTerms Terms)
{
    /// <summary>From this share of the weight on, the phrase counts as found.</summary>
    public const double FoundFrom = 0.8;

    /// <summary>From this share of the weight on, the phrase counts as found in part.</summary>
    public const double FoundInPartFrom = 0.5;

    /// <summary>The terms that are left when words such as 具备 and 证书 are not counted: what certificate is asked for.</summary>
    public WeightedTerms? Certificate { get; init; }

    /// <summary>See <see cref="LocalCondition.Digits"/>; null for what is no such condition.</summary>
    public int? LocalDigits { get; init; }

    /// <summary>See <see cref="MaturityCondition.Level"/>; null for what is no such condition.</summary>
    public int? Level { get; init; }

    /// <summary>The share of the weight, 0–1, whose terms stand in the capability.</summary>
    public double Coverage(AnalysedDocument capability) => Share(Terms, capability.Matching, TermVector.Empty);

    /// <summary>The same, looking at its certificates too: a certificate need not say that it is one.</summary>
    public double CoverageWithCertificates(AnalysedDocument capability) => capability.Certificates.Keys.Length == 0
        ? Coverage(capability)
        : Math.Max(Share(Terms, capability.Matching, capability.Certificates), Share(Certificate ?? Terms, capability.Certificates, TermVector.Empty));

    private static double Share(WeightedTerms terms, TermVector document, TermVector more)
    {
        var (found, all) = (0d, 0d);
        for (var i = 0; i < terms.Keys.Length; i++)
        {
            all += terms.Weights[i];
            found += document.Contains(terms.Keys[i]) || more.Contains(terms.Keys[i]) ? terms.Weights[i] : 0;
        }

        return all > 0 ? found / all : 0;
    }
}
