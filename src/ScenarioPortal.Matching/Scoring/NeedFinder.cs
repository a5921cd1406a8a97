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

    /// <summary>For each capability the best needs, each pair with the score that it has from the other side.</summary>
    /// <param name="asked">The capabilities.</param>
    /// <param name="top">How many needs at most for each.</param>
    /// <param name="filter">Which needs may be returned.</param>
    /// <param name="options">How many may be worked on at once.</param>
    public IReadOnlyList<ScoredMatch>[] Find(IReadOnlyList<AskedCapability> asked, int top, Func<NeedDocument, bool>? filter, ParallelOptions options)
    {
        var lookedAt = Math.Max(FewestLookedAt, (int)Math.Min(2L * top, int.MaxValue));
        var found = new Lead[asked.Count][];
        Parallel.For(0, asked.Count, options, i => found[i] = [.. Candidates(asked[i], top, filter).Select(need => new Lead(need, i))]);
        EachNeed(found, (profile, lead) =>
        {
            var text = judges.TextScorer.Score(profile, asked[lead.Capability].Analysis);
            lead.Worth = judges.TextScorer.Meets(profile, text) ? text.Total : double.NegativeInfinity;
        });
        var chosen = Array.ConvertAll(found, leads => leads
            .Where(l => l.Worth > double.NegativeInfinity)
            .OrderByDescending(l => l.Worth).ThenBy(l => l.Need.Id)
            .Take(lookedAt).ToArray());
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

    private List<Entry<NeedDocument>> Candidates(AskedCapability asked, int top, Func<NeedDocument, bool>? filter) =>
        needs.Best(judges.Profiler.Weigh(asked.Analysis.Matching, Saturation.Capability), Math.Max(PeerFinder.Count, (int)Math.Min(2L * top, int.MaxValue)), filter);

    /// <summary>A need that a capability may serve.</summary>
    private sealed record Lead(Entry<NeedDocument> Need, int Capability)
    {
        public double Worth { get; set; }

        public PairScore Score { get; set; }
    }
}

/// <summary>A capability that needs are looked for, with its words.</summary>
internal readonly record struct AskedCapability(CapabilityDocument Document, AnalysedDocument Analysis);
