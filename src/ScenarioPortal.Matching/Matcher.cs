using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Matching.Text;
using ScenarioPortal.Matching.Thesauri;

namespace ScenarioPortal.Matching;

/// <summary>
/// Both lists in memory: finds what fits, says why, searches. Thread-safe; readers never wait, not even for a change,
/// and see either all of a change or nothing of it.
/// </summary>
public sealed class Matcher
{
    /// <summary>
    /// Names what judging makes of two texts and of a list, beside the analysis and the weights: to be raised with every change that gives some pair another score or
    /// other reasons. What is stored of another number is judged again.
    /// </summary>
    public const int RulesVersion = 1;

    /// <summary>
    /// Pages show matches from this score on. On the tuning data (54 needs, 332 capabilities) two of three pairs shown are good,
    /// nearly half of all good pairs are shown, four for a need, and each of the 54 needs has one. Of titles alone
    /// it is two of three as well, two for a need.
    /// </summary>
    public const double ShownFrom = 0.4;

    /// <summary>So many documents by text alone are scored in full, at least.</summary>
    private const int FewestCandidates = PeerFinder.Count;

    /// <summary>So many needs for a capability, by their own texts, are looked at with their other candidates, at least.</summary>
    private const int FewestLookedAt = 40;

    private readonly Lock _writing = new();
    private readonly Vocabulary _vocabulary;
    private readonly FieldNames _fields;
    private readonly TextAnalyzer _text;
    private readonly DocumentAnalyser _analyser;
    private readonly bool _takesChanges;
    private HintFinder _hints;
    private volatile Snapshot _now;

    /// <param name="analyzer">Turns texts into terms.</param>
    /// <param name="weights">What counts how much; the weights that ship when none are given.</param>
    public Matcher(TextAnalyzer analyzer, MatchWeights? weights = null)
    {
        _text = analyzer;
        _takesChanges = true;
        _vocabulary = new Vocabulary();
        _fields = new FieldNames();
        Weights = weights ?? MatchWeights.Shipped;
        _analyser = new DocumentAnalyser(analyzer, _fields);
        _hints = new HintFinder(_analyser, Thesaurus.Empty);
        _now = Take(
            DocumentList<NeedDocument>.Empty(_vocabulary, Saturation.Need, Refresh),
            DocumentList<CapabilityDocument>.Empty(_vocabulary, Saturation.Capability, Refresh));
    }

    private Matcher(Matcher lists, MatchWeights weights)
    {
        (_text, _vocabulary, _fields, _analyser, _hints) = (lists._text, lists._vocabulary, lists._fields, lists._analyser, lists._hints);
        Weights = weights;
        var now = lists._now;
        _now = Take(now.Needs, now.Capabilities);
    }

    /// <summary>What counts how much here.</summary>
    public MatchWeights Weights { get; }

    /// <summary>Where the words of a need lead here.</summary>
    public Thesaurus Thesaurus => _hints.Thesaurus;

    /// <summary>How many terms the texts had so far; those that are gone count too.</summary>
    public int TermCount => _vocabulary.Count;

    /// <summary>How many fields were named so far.</summary>
    public int FieldCount => _fields.Count;

    public int NeedCount => _now.Needs.Count;

    public int CapabilityCount => _now.Capabilities.Count;

    public NeedDocument? Need(Guid id) => _now.Needs.Find(id)?.Document;

    public CapabilityDocument? Capability(Guid id) => _now.Capabilities.Find(id)?.Document;

    /// <summary>Takes in changes, at about 0.1 ms a document; they become visible together.</summary>
    /// <exception cref="InvalidOperationException">These lists are those of another matcher, taken by <see cref="With"/>.</exception>
    public void Apply(MatcherChanges changes)
    {
        if (!_takesChanges)
        {
            throw new InvalidOperationException("These lists belong to another matcher.");
        }

        lock (_writing)
        {
            foreach (var field in changes.Needs.Select(n => n.Field).Concat(changes.Capabilities.Select(c => c.ListedField ?? c.Field)))
            {
                _fields.FindOrAdd(field);
            }

            var needs = Analyse(changes.Needs, n => new Entry<NeedDocument>(n.Id, n, _analyser.Analyse(n)));
            var capabilities = Analyse(changes.Capabilities, c => new Entry<CapabilityDocument>(c.Id, c, _analyser.Analyse(c)));
            _now = Take(
                _now.Needs.Apply(needs, changes.RemovedNeeds),
                _now.Capabilities.Apply(capabilities, changes.RemovedCapabilities));
        }
    }

    /// <summary>From now on the words of a need lead where this thesaurus says.</summary>
    public void Use(Thesaurus thesaurus)
    {
        lock (_writing)
        {
            _hints = new HintFinder(_analyser, thesaurus);
            _now = Take(_now.Needs, _now.Capabilities);
        }
    }

    /// <summary>
    /// The lists as they are now under other weights, to compare. All texts and the index are shared, so it costs next to nothing; what this matcher
    /// takes in later does not reach it, and it takes in nothing itself.
    /// </summary>
    public Matcher With(MatchWeights weights) => new(this, weights);

    /// <summary>The best capabilities for a need, best first; equal scores by id. The need may be a text that is not on the list.</summary>
    /// <param name="need">What is wanted.</param>
    /// <param name="top">How many at most; there are fewer when fewer share a term with the need.</param>
    /// <param name="filter">Which capabilities may be returned; asked only for promising ones.</param>
    public IReadOnlyList<ScoredMatch> CapabilitiesFor(NeedDocument need, int top, Func<CapabilityDocument, bool>? filter = null)
    {
        var now = _now;
        var profile = Profile(now, need);
        return Ranking.Best(top, Candidates(now, profile, top, filter).Select(c => Scored(c.Id, now.Scorer.Score(profile, c.Document, c.Analysis))));
    }

    /// <summary>The same, and how many each required condition keeps out: counted over the same candidates, in the same pass.</summary>
    public MatchSurvey Survey(NeedDocument need, int top)
    {
        var now = _now;
        var profile = Profile(now, need);
        var survey = new ConditionSurvey(profile, now.Scorer);
        var best = Ranking.Best(top, Candidates(now, profile, top, null).Select(c =>
        {
            var score = now.Scorer.Score(profile, c.Document, c.Analysis);
            survey.Add(score.Evidence.Others, c.Document, c.Analysis);
            return Scored(c.Id, score);
        }));
        return survey.Result(best);
    }

    /// <summary>The best needs for a capability, as <see cref="CapabilitiesFor"/>: each pair with the score it has there.</summary>
    public IReadOnlyList<ScoredMatch> NeedsFor(CapabilityDocument capability, int top, Func<NeedDocument, bool>? filter = null)
    {
        var now = _now;
        var analysed = Analysed(now, capability);
        var terms = now.Profiler.Weigh(analysed.Matching, Saturation.Capability);
        var lookedAt = Math.Max(FewestLookedAt, (int)Math.Min(2L * top, int.MaxValue));
        return Ranking.Best(top, now.Needs
            .Best(terms, Candidates(top), filter)
            .Select(n => now.Profiles.Of(n))
            .OrderByDescending(p => now.TextScorer.Score(p, analysed).Total).ThenBy(p => p.Need.Id)
            .Take(lookedAt)
            .Select(p => Scored(p.Need.Id, now.Scorer.Score(p, capability, analysed))));
    }

    /// <summary>The needs that share most words with a text, by rarity among the needs, in no particular order: candidates, not a judgement.</summary>
    public IReadOnlyList<NeedDocument> NeedsWith(string words, int top, Func<NeedDocument, bool>? filter = null)
    {
        var now = _now;
        var terms = new NeedProfiler(_analyser, _hints, _vocabulary, now.Needs.Statistics, Weights).Weigh(_analyser.Vector(words), Saturation.Need);
        return [.. now.Needs.Best(terms, top, filter).Select(n => n.Document)];
    }

    /// <summary>The score of one pair, the same as from either side, and the reasons. Neither needs to be on its list.</summary>
    public MatchExplanation Explain(NeedDocument need, CapabilityDocument capability) => Explain(need, [capability])[0];

    /// <summary>The same for several capabilities, in their order; what concerns the need alone is worked out once.</summary>
    public IReadOnlyList<MatchExplanation> Explain(NeedDocument need, IEnumerable<CapabilityDocument> capabilities)
    {
        var now = _now;
        return now.Explainer.Explain(Profile(now, need), capabilities.Select(c => (c, Analysed(now, c))));
    }

    /// <summary>Where a capability stands for a need, and what would move it up. Neither needs to be on its list.</summary>
    public Standing Stand(NeedDocument need, CapabilityDocument capability)
    {
        var now = _now;
        return now.Improver.Stand(Profile(now, need), capability, Analysed(now, capability));
    }

    /// <summary>Needs that answer typed words, best first; names and official numbers are found in <see cref="NeedDocument.Keywords"/>.</summary>
    public IReadOnlyList<SearchHit> SearchNeeds(string words, int top, Func<NeedDocument, bool>? filter = null) =>
        _now.NeedSearcher.Search(words, top, filter);

    /// <summary>Capabilities that answer typed words, best first; names and official numbers are found in <see cref="CapabilityDocument.Keywords"/>.</summary>
    public IReadOnlyList<SearchHit> SearchCapabilities(string words, int top, Func<CapabilityDocument, bool>? filter = null) =>
        _now.CapabilitySearcher.Search(words, top, filter);

    private static Entry<CapabilityDocument>[] Candidates(Snapshot now, NeedProfile profile, int top, Func<CapabilityDocument, bool>? filter) =>
        filter is null && Candidates(top) == PeerFinder.Count
            ? profile.Peers(now.PeerFinder).Candidates
            : [.. now.Capabilities.Best(profile.Distinctive, Candidates(top), filter).Where(c => now.TextScorer.Meets(profile, now.TextScorer.Score(profile, c.Analysis)))];

    private static int Candidates(int top) => Math.Max(FewestCandidates, (int)Math.Min(2L * top, int.MaxValue));

    private static ScoredMatch Scored(Guid id, PairScore pair) => new(id, pair.Score, pair.ExcludedBy);

    private static Entry<TDocument>[] Analyse<TDocument>(IReadOnlyList<TDocument> documents, Func<TDocument, Entry<TDocument>> analyse) =>
        documents.Count < 100 ? [.. documents.Select(analyse)] : [.. documents.AsParallel().AsOrdered().Select(analyse)];

    /// <summary>An index has been rearranged in the background: what is found stays the same, and is found faster.</summary>
    private void Refresh()
    {
        lock (_writing)
        {
            _now = Take(_now.Needs.Refreshed(), _now.Capabilities.Refreshed());
        }
    }

    private Snapshot Take(DocumentList<NeedDocument> needs, DocumentList<CapabilityDocument> capabilities) =>
        new(needs, capabilities, _text, Weights, _hints, _analyser, _vocabulary);

    private NeedProfile Profile(Snapshot now, NeedDocument need) =>
        now.Needs.Find(need.Id) is { } entry && ReferenceEquals(entry.Document, need)
            ? now.Profiles.Of(entry)
            : now.Profiler.Profile(need, _analyser.Analyse(need));

    private AnalysedDocument Analysed(Snapshot now, CapabilityDocument capability) =>
        now.Capabilities.Find(capability.Id) is { } entry && ReferenceEquals(entry.Document, capability)
            ? entry.Analysis
            : _analyser.Analyse(capability);
}
