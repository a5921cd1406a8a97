using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching;

/// <summary>Both lists at one moment, and what follows from them. Never changes.</summary>
internal sealed class Snapshot
{
    public Snapshot(
        DocumentList<NeedDocument> needs,
        DocumentList<CapabilityDocument> capabilities,
        TextAnalyzer text,
        MatchWeights weights,
        HintFinder hints,
        DocumentAnalyser analyser,
        Vocabulary vocabulary)
    {
        Needs = needs;
        Capabilities = capabilities;
        var sized = weights.At(capabilities.Count);
        Profiler = new NeedProfiler(analyser, hints, vocabulary, capabilities.Statistics, sized, new MeaningFinder(capabilities));
        Profiles = new NeedProfiles(Profiler);
        TextScorer = new TextScorer(capabilities.Statistics, sized);
        PeerFinder = new PeerFinder(capabilities, new Likeness(vocabulary, capabilities.Statistics), TextScorer, sized);
        Scorer = new PairScorer(PeerFinder, sized);
        Improver = new Improver(Scorer, PeerFinder, analyser);
        Explainer = new Explainer(Scorer, new PassageFinder(analyser, vocabulary, capabilities.Statistics));
        NeedSearcher = new Searcher<NeedDocument>(needs, text, analyser, vocabulary, SearchedText.Of);
        CapabilitySearcher = new Searcher<CapabilityDocument>(capabilities, text, analyser, vocabulary, SearchedText.Of);
    }

    public DocumentList<NeedDocument> Needs { get; }

    public DocumentList<CapabilityDocument> Capabilities { get; }

    public NeedProfiler Profiler { get; }

    public NeedProfiles Profiles { get; }

    public TextScorer TextScorer { get; }

    public PeerFinder PeerFinder { get; }

    public PairScorer Scorer { get; }

    public Improver Improver { get; }

    public Explainer Explainer { get; }

    public Searcher<NeedDocument> NeedSearcher { get; }

    public Searcher<CapabilityDocument> CapabilitySearcher { get; }
}
