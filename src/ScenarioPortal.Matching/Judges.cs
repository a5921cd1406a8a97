using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching;

/// <summary>What follows from the list of capabilities at one moment, under some weights and a thesaurus. Needs come and go without it. Never changes.</summary>
internal sealed class Judges
{
    public Judges(
        DocumentList<CapabilityDocument> capabilities,
        MatchWeights weights,
        HintFinder hints,
        DocumentAnalyser analyser,
        ClauseReader clauses,
        TextAnalyzer text,
        Vocabulary vocabulary)
    {
        Capabilities = capabilities;
        var sized = weights.At(capabilities.Count);
        Profiler = new NeedProfiler(analyser, hints, vocabulary, capabilities.Statistics, sized, new MeaningFinder(capabilities));
        Profiles = new NeedProfiles(Profiler);
        TextScorer = new TextScorer(capabilities.Statistics, sized);
        PeerFinder = new PeerFinder(capabilities, new Likeness(vocabulary, capabilities.Statistics), TextScorer, sized);
        Scorer = new PairScorer(PeerFinder, sized);
        Improver = new Improver(Scorer, PeerFinder, analyser);
        Explainer = new Explainer(Scorer, new PassageFinder(clauses, vocabulary, capabilities.Statistics));
        Searcher = new Searcher<CapabilityDocument>(capabilities, text, analyser, vocabulary, SearchedText.Of);
    }

    public DocumentList<CapabilityDocument> Capabilities { get; }

    public NeedProfiler Profiler { get; }

    public NeedProfiles Profiles { get; }

    public TextScorer TextScorer { get; }

    public PeerFinder PeerFinder { get; }

    public PairScorer Scorer { get; }

    public Improver Improver { get; }

    public Explainer Explainer { get; }

    public Searcher<CapabilityDocument> Searcher { get; }
}
