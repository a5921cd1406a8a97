using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Finds the needs that capabilities may serve. What a need has to be known for (its profile, its candidates and how like one another they are) is most of the work, so needs that several
/// capabilities lead to are looked at once for all of them.
/// </summary>
internal sealed class NeedFinder(DocumentList<NeedDocument> needs, Judges judges)
{
    /// <summary>So many needs for a capability, by their own texts, are looked at with their other candidates, at least.</summary>
    private const int FewestLookedAt = 40;

    /// <summary>Beside so many that share words with the capability, one is looked at that the thesaurus leads to it: these have places of their own and take away none.</summary>
    private const int SharedForOneLed = 4;

    /// <summary>For each capability the best needs, each pair with the score that it has from the other side.</summary>
    /// <param name="asked">The capabilities.</param>
    /// <param name="top">How many needs at most for each.</param>
    /// <param name="filter">Which needs may be returned.</param>
    /// <param name="options">How many may be worked on at once.</param>
    public IReadOnlyList<ScoredMatch>[] Find(IReadOnlyList<AskedCapability> asked, int top, Func<NeedDocument, bool>? filter, ParallelOptions options)
    {
        var lookedAt = Math.Max(FewestLookedAt, (int)Math.Min(2L * top, int.MaxValue));
        var found = new Lead[asked.Count][];
        Parallel.For(0, asked.Count, options, i => found[i] = Candidates(asked[i], i, top, filter));
        EachNeed(found, (profile, lead) =>
        {
            var text = judges.TextScorer.Score(profile, asked[lead.Capability].Analysis);
            lead.Worth = judges.TextScorer.Meets(profile, text) ? text.Total : double.NegativeInfinity;
        });
        var chosen = Array.ConvertAll(found, leads => (Lead[])[.. Best(leads, byThesaurus: false, lookedAt), .. Best(leads, byThesaurus: true, lookedAt / SharedForOneLed)]);
        EachNeed(chosen, (profile, lead) =>
        {
            var (document, analysis) = asked[lead.Capability];
            lead.Score = judges.Scorer.Score(profile, document, analysis);
        });
        return Array.ConvertAll(chosen, leads => Ranking.Best(top, leads.Select(l => new ScoredMatch(l.Need.Id, l.Score.Score, l.Score.ExcludedBy))));

        void EachNeed(Lead[][] leads, Action<NeedProfile, Lead> look) =>
            Parallel.ForEach(leads.SelectMany(l => l).GroupBy(l => l.Need, ReferenceEqualityComparer.Instance), options, ofNeed =>
            {
                var profile = judges.Profiles.Of((Entry<NeedDocument>)ofNeed.Key!);
                foreach (var lead in ofNeed)
                {
                    look(profile, lead);
                }
            });
    }

    private static IEnumerable<Lead> Best(Lead[] leads, bool byThesaurus, int count) => leads
        .Where(l => l.ByThesaurus == byThesaurus && l.Worth > double.NegativeInfinity)
        .OrderByDescending(l => l.Worth).ThenBy(l => l.Need.Id)
        .Take(count);

    /// <summary>Those that share most words with the capability; and, of the others, those whose words the thesaurus leads to it.</summary>
    private Lead[] Candidates(AskedCapability asked, int place, int top, Func<NeedDocument, bool>? filter)
    {
        var (count, words) = (Math.Max(PeerFinder.Count, (int)Math.Min(2L * top, int.MaxValue)), asked.Analysis.Matching);
        var shared = needs.Best(judges.Profiler.Weigh(words, Saturation.Capability), count, filter);
        var led = needs.Best(judges.Profiler.Origins(words), count / SharedForOneLed, filter).Except(shared, ReferenceEqualityComparer.Instance).Cast<Entry<NeedDocument>>();
        return [.. shared.Select(need => new Lead(need, place, ByThesaurus: false)), .. led.Select(need => new Lead(need, place, ByThesaurus: true))];
    }

    /// <summary>A need that a capability may serve.</summary>
    private sealed record Lead(Entry<NeedDocument> Need, int Capability, bool ByThesaurus)
    {
        public double Worth { get; set; }

        public PairScore Score { get; set; }
    }
}

/// <summary>A capability that needs are looked for, with its words.</summary>
internal readonly record struct AskedCapability(CapabilityDocument Document, AnalysedDocument Analysis);
