using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// The evidence of the texts alone: BM25 of the capability for the need's words and characters in standard deviations above what capabilities at random
/// have, the same for what the thesaurus leads to, <see cref="FieldAffinity"/>, and nearness of meaning where a model tells it.
/// </summary>
internal sealed class TextScorer(CollectionStatistics capabilities, MatchWeights weights)
{
    public TextEvidence Score(NeedProfile profile, AnalysedDocument capability) => new(
        profile.Words.Similarity(capability, capabilities.TypicalLength),
        profile.Hints is { } hints ? weights.Hints * hints.Similarity(capability, capabilities.TypicalLength) : 0,
        weights.Affinity * profile.AffinityTo(capability.Field),
        profile.Meaning is { } meaning ? weights.Meaning * meaning.To(capability.Vector) : 0);

    /// <summary>The same for many capabilities, in their order.</summary>
    public TextEvidence[] Score(NeedProfile profile, List<Entry<CapabilityDocument>> documents)
    {
        var table = WordTable.Of(profile.Words, profile.Hints);
        var texts = new TextEvidence[documents.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var capability = documents[i].Analysis;
            var (words, hints) = table.Dot(capability.Matching, capabilities.TypicalLength);
            texts[i] = new TextEvidence(
                profile.Words.Similarity(words),
                profile.Hints is { } led ? weights.Hints * led.Similarity(hints) : 0,
                weights.Affinity * profile.AffinityTo(capability.Field),
                profile.Meaning is { } meaning ? weights.Meaning * meaning.To(capability.Vector) : 0);
        }

        return texts;
    }

    /// <summary>Whether they share a term, or one that the thesaurus leads to, or are near in meaning: a field in common is not enough to be found.</summary>
    public bool Meets(NeedProfile profile, TextEvidence text) =>
        text.Words > profile.Words.None || (profile.Hints is { } hints && text.Hints > weights.Hints * hints.None)
        || (text.Meaning > 0 && text.Meaning >= weights.Meaning * NeedMeaning.Near);
}
