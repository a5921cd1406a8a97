using Npgsql;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;

namespace ScenarioPortal.Web.Matches;

/// <summary>Judges what is asked for against the other side, and replaces the rows of just those opportunities and capabilities.</summary>
internal sealed class PairJudge(LiveIndex index, TimeProvider time)
{
    /// <summary>How many partners are kept for each side; pages show fewer.</summary>
    public const int Kept = 20;

    /// <param name="judge">Under which number.</param>
    /// <param name="opportunityIds">Whose best capabilities are looked for.</param>
    /// <param name="capabilityIds">Whose best needs are looked for.</param>
    /// <param name="threads">How many processors it may take.</param>
    /// <param name="connection">With a transaction, which the caller ends.</param>
    /// <param name="cancellation">Asked between pairs.</param>
    public async Task JudgeAsync(int judge, Guid[] opportunityIds, Guid[] capabilityIds, int threads, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await NoteAsync(connection, judge, Side.Need, opportunityIds, id => index.Matcher.Need(id) is not null, cancellation);
        await NoteAsync(connection, judge, Side.Capability, capabilityIds, id => index.Matcher.Capability(id) is not null, cancellation);
        var before = await MatchStore.PairsAsync(connection, opportunityIds, capabilityIds, cancellation);
        var outdated = before.Where(p => IsOutdated(p, judge)).ToArray();
        var pairs = Partners(opportunityIds, capabilityIds, threads, cancellation);
        pairs.UnionWith(outdated.Select(PairOf));
        pairs.ExceptWith(before.Except(outdated).Select(PairOf));
        var matches = Judge(judge, pairs, threads, cancellation);
        await MatchStore.RemoveAsync(connection, outdated, cancellation);
        await MatchStore.PutAsync(connection, matches, cancellation);
    }

    private static async Task NoteAsync(NpgsqlConnection connection, int judge, Side side, Guid[] ids, Func<Guid, bool> isPublic, CancellationToken cancellation)
    {
        await JudgeStore.JudgedAsync(connection, judge, side, [.. ids.Where(isPublic)], cancellation);
        await JudgeStore.ForgetAsync(connection, side, [.. ids.Where(id => !isPublic(id))], cancellation);
    }

    /// <summary>Another judged them, or one of the two says something else by now or is public no longer. Any other pair needs no second look.</summary>
    private bool IsOutdated(StoredPair pair, int judge) =>
        pair.JudgedBy != judge
        || index.Matcher.Need(pair.OpportunityId)?.Revision != pair.OpportunityRevision
        || index.Matcher.Capability(pair.CapabilityId)?.Revision != pair.CapabilityRevision;

    private static (Guid OpportunityId, Guid CapabilityId) PairOf(StoredPair pair) => (pair.OpportunityId, pair.CapabilityId);

    /// <summary>The best partners of everything that is asked for.</summary>
    private HashSet<(Guid OpportunityId, Guid CapabilityId)> Partners(Guid[] opportunityIds, Guid[] capabilityIds, int threads, CancellationToken cancellation)
    {
        var matcher = index.Matcher;
        var ofOpportunities = opportunityIds.AsParallel().WithDegreeOfParallelism(threads).WithCancellation(cancellation).SelectMany(id =>
            matcher.Need(id) is { } need ? Shown(matcher.CapabilitiesFor(need, Kept)).Select(partner => (id, partner.Id)) : []);
        var capabilities = capabilityIds.Select(matcher.Capability).OfType<CapabilityDocument>().ToArray();
        var ofCapabilities = capabilities.Zip(matcher.NeedsFor(capabilities, Kept, threads, cancellation))
            .SelectMany(found => Shown(found.Second).Select(partner => (partner.Id, found.First.Id)));
        return [.. ofOpportunities, .. ofCapabilities];
    }

    /// <summary>
    /// Pairs with their reasons, as far as they are good enough to be shown. A pair that stood before is judged too, though it may no
    /// longer be among the best of the side that changed: it may be among the best of the other.
    /// </summary>
    private Match[] Judge(int judge, IEnumerable<(Guid OpportunityId, Guid CapabilityId)> pairs, int threads, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return
        [
            .. pairs.GroupBy(p => p.OpportunityId, p => p.CapabilityId)
                .AsParallel().WithDegreeOfParallelism(threads).WithCancellation(cancellation).SelectMany(g => Judge(judge, g.Key, g, now))
        ];
    }

    private IEnumerable<Match> Judge(int judge, Guid opportunityId, IEnumerable<Guid> capabilityIds, DateTimeOffset now)
    {
        var matcher = index.Matcher;
        if (matcher.Need(opportunityId) is not { } need)
        {
            return [];
        }

        var capabilities = capabilityIds.Select(matcher.Capability).OfType<CapabilityDocument>().ToArray();
        return capabilities.Zip(matcher.Explain(need, capabilities))
            .Where(pair => pair.Second.Score >= Matcher.ShownFrom)
            .Select(pair => new Match
            {
                OpportunityId = need.Id,
                CapabilityId = pair.First.Id,
                Score = pair.Second.Score,
                Reasons = pair.Second.Reasons,
                OpportunityRevision = need.Revision,
                CapabilityRevision = pair.First.Revision,
                ComputedAt = now,
                JudgedBy = judge
            });
    }

    private static IEnumerable<ScoredMatch> Shown(IEnumerable<ScoredMatch> matches) => matches.TakeWhile(m => m.Score >= Matcher.ShownFrom);
}
