using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>A typed word, normalised, with the keys of its Chinese characters.</summary>
internal sealed record SearchWord(string Text, ulong[] Characters)
{
    /// <summary>
    /// A text without one of the characters cannot hold the word. That is known from the terms, and spares normalising the texts
    /// of nearly all candidates.
    /// </summary>
    public bool MayStandIn(AnalysedDocument document) => Array.TrueForAll(Characters, key => Has(document, key));

    public static bool Has(AnalysedDocument document, ulong key) =>
        document.Matching.Contains(key) || document.SearchOnly.Contains(DocumentAnalyser.SearchOnlyKey(key));
}
