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
    public const int RulesVersion = 2;

    /// <summary>
    /// Pages show matches from this score on. On the tuning data (54 needs, 332 capabilities) two of three pairs shown are good,
    /// nearly half of all good pairs are shown, four for a need, and each of the 54 needs has one. Of titles alone
    /// it is two of three as well, two for a need.
    /// </summary>
    public const double ShownFrom = 0.4;

    /// <summary>So many documents by text alone are scored in full, at least.</summary>
    private const int FewestCandidates = PeerFinder.Count;

    private readonly Lock _writing = new();
    private readonly Vocabulary _vocabulary;
    private readonly FieldNames _fields;
    private readonly TextAnalyzer _text;
    private readonly DocumentAnalyser _analyser;
    private readonly ClauseReader _clauses;
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
        _clauses = new ClauseReader(_analyser);
        _hints = new HintFinder(_analyser, Thesaurus.Empty);
        _now = Take(
            DocumentList<NeedDocument>.Empty(_vocabulary, Saturation.Need, Refresh),
            Judged(DocumentList<CapabilityDocument>.Empty(_vocabulary, Saturation.Capability, Refresh)));
    }

    private Matcher(Matcher lists, MatchWeights weights)
    {
        (_text, _vocabulary, _fields, _analyser, _clauses, _hints) = (lists._text, lists._vocabulary, lists._fields, lists._analyser, lists._clauses, lists._hints);
        Weights = weights;
        var now = lists._now;
        _now = Take(now.Needs, Judged(now.Capabilities));
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
                Judged(_now.Capabilities.Apply(capabilities, changes.RemovedCapabilities), _now.Judges));
        }
    }

    /// <summary>From now on the words of a need lead where this thesaurus says.</summary>
    public void Use(Thesaurus thesaurus)
    {
        lock (_writing)
        {
            _hints = new HintFinder(_analyser, thesaurus);
            _now = Take(_now.Needs, Judged(_now.Capabilities));
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
        return Ranking.Best(top, Candidates(now, profile, top, filter).Select(c => Scored(c.Id, now.Judges.Scorer.Score(profile, c.Document, c.Analysis))));
    }

    /// <summary>The same, and how many each required condition keeps out: counted over the same candidates, in the same pass.</summary>
    public MatchSurvey Survey(NeedDocument need, int top)
    {
        var now = _now;
        var profile = Profile(now, need);
        var survey = new ConditionSurvey(profile, now.Judges.Scorer);
        var best = Ranking.Best(top, Candidates(now, profile, top, null).Select(c =>
        {
            var score = now.Judges.Scorer.Score(profile, c.Document, c.Analysis);
            survey.Add(score);
            return Scored(c.Id, score);
        }));
        return survey.Result(best);
    }

    /// <summary>The best needs for a capability, as <see cref="CapabilitiesFor"/>: each pair with the score it has there.</summary>
    public IReadOnlyList<ScoredMatch> NeedsFor(CapabilityDocument capability, int top, Func<NeedDocument, bool>? filter = null) =>
        NeedsFor([capability], top, filter, new ParallelOptions { MaxDegreeOfParallelism = 1 })[0];

    /// <summary>The same for several capabilities, in their order: a need that several of them may serve is looked at once.</summary>
    /// <param name="capabilities">Who asks.</param>
    /// <param name="top">How many needs at most for each.</param>
    /// <param name="threads">How many cores it may take; −1 is all.</param>
    /// <param name="cancellation">Asked between needs.</param>
    public IReadOnlyList<IReadOnlyList<ScoredMatch>> NeedsFor(IReadOnlyList<CapabilityDocument> capabilities, int top, int threads = -1, CancellationToken cancellation = default) =>
        NeedsFor(capabilities, top, null, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = threads });

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
        return now.Judges.Explainer.Explain(Profile(now, need), capabilities.Select(c => (c, Analysed(now, c))));
    }

    /// <summary>Where a capability stands for a need, and what would move it up. Neither needs to be on its list.</summary>
    public Standing Stand(NeedDocument need, CapabilityDocument capability)
    {
        var now = _now;
        return now.Judges.Improver.Stand(Profile(now, need), capability, Analysed(now, capability));
    }

    /// <summary>Needs that answer typed words, best first; names and official numbers are found in <see cref="NeedDocument.Keywords"/>.</summary>
    public IReadOnlyList<SearchHit> SearchNeeds(string words, int top, Func<NeedDocument, bool>? filter = null) =>
        _now.NeedSearcher.Search(words, top, filter);

    /// <summary>Capabilities that answer typed words, best first; names and official numbers are found in <see cref="CapabilityDocument.Keywords"/>.</summary>
    public IReadOnlyList<SearchHit> SearchCapabilities(string words, int top, Func<CapabilityDocument, bool>? filter = null) =>
        _now.Judges.Searcher.Search(words, top, filter);

    private IReadOnlyList<ScoredMatch>[] NeedsFor(IReadOnlyList<CapabilityDocument> capabilities, int top, Func<NeedDocument, bool>? filter, ParallelOptions options)
    {
        var now = _now;
        return new NeedFinder(now.Needs, now.Judges).Find([.. capabilities.Select(c => new AskedCapability(c, Analysed(now, c)))], top, filter, options);
    }

    /// <summary>What each part says of a need with these capabilities of the list, in their order.</summary>
    internal IReadOnlyList<Evidence> Evidence(NeedDocument need, IEnumerable<Guid> capabilityIds)
    {
        var now = _now;
        var profile = Profile(now, need);
        return [.. capabilityIds.Select(id => now.Capabilities.Find(id)!).Select(c => now.Judges.Scorer.Score(profile, c.Document, c.Analysis).Evidence)];
    }

    private static Entry<CapabilityDocument>[] Candidates(Snapshot now, NeedProfile profile, int top, Func<CapabilityDocument, bool>? filter) =>
        filter is null && Candidates(top) == PeerFinder.Count
            ? profile.Peers(now.Judges.PeerFinder).Candidates
            : [.. now.Capabilities.Best(profile.Distinctive, Candidates(top), filter).Where(c => now.Judges.TextScorer.Meets(profile, now.Judges.TextScorer.Score(profile, c.Analysis)))];

    private static int Candidates(int top) => Math.Max(FewestCandidates, (int)Math.Min(2L * top, int.MaxValue));

    private static ScoredMatch Scored(Guid id, PairScore pair) => new(id, pair.Score, pair.ExcludedBy);

    private static Entry<TDocument>[] Analyse<TDocument>(IReadOnlyList<TDocument> documents, Func<TDocument, Entry<TDocument>> analyse) =>
        documents.Count < 100 ? [.. documents.Select(analyse)] : [.. documents.AsParallel().AsOrdered().Select(analyse)];

    /// <summary>An index has been rearranged in the background: what is found stays the same, and is found faster.</summary>
    private void Refresh()
    {
        lock (_writing)
        {
            _now = Take(_now.Needs.Refreshed(), Judged(_now.Capabilities.Refreshed()));
        }
    }

    private Snapshot Take(DocumentList<NeedDocument> needs, Judges judges) =>
        new(needs, new Searcher<NeedDocument>(needs, _text, _analyser, _vocabulary, SearchedText.Of), judges);

    /// <summary>What was worked out of the capabilities stays good where they did not change.</summary>
    private Judges Judged(DocumentList<CapabilityDocument> capabilities, Judges? before = null) =>
        before is not null && ReferenceEquals(before.Capabilities, capabilities) ? before : new(capabilities, Weights, _hints, _analyser, _clauses, _text, _vocabulary);

    private NeedProfile Profile(Snapshot now, NeedDocument need) =>
        now.Needs.Find(need.Id) is { } entry && ReferenceEquals(entry.Document, need)
            ? now.Judges.Profiles.Of(entry)
            : now.Judges.Profiler.Profile(need, _analyser.Analyse(need));

    private AnalysedDocument Analysed(Snapshot now, CapabilityDocument capability) =>
        now.Capabilities.Find(capability.Id) is { } entry && ReferenceEquals(entry.Document, capability)
            ? entry.Analysis
            : _analyser.Analyse(capability);
}
