using Npgsql;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// Keeps the stored matches up to date: takes what changed from the outbox, judges it against the other side and replaces the
/// rows of just those opportunities and capabilities.
/// </summary>
internal sealed class MatchKeeper(LiveIndex index, OutboxBacklog backlog, TimeProvider time)
{
    /// <summary>How many partners are kept for each side; pages show fewer.</summary>
    public const int Kept = 20;

    private const int Batch = 200;

    /// <summary>Does the due work once; says how many outbox rows that were.</summary>
    public async Task<int> WorkAsync(CancellationToken cancellation)
    {
        try
        {
            return await backlog.TakeAsync(Batch, (work, connection) => JudgeAsync(work, connection, cancellation), cancellation);
        }
        catch (OutboxWorkFailedException failure) when (failure.Work.Count > 1)
        {
            return await OneByOneAsync(failure.Work.Count, cancellation);
        }
        catch (OutboxWorkFailedException failure)
        {
            await backlog.PutOffAsync(failure.Work, failure.InnerException!.Message, cancellation);
            throw;
        }
    }

    /// <summary>A batch failed: one bad row must not hold up the others.</summary>
    private async Task<int> OneByOneAsync(int count, CancellationToken cancellation)
    {
        List<Exception> failures = [];
        for (var i = 0; i < count; i++)
        {
            try
            {
                await backlog.TakeAsync(1, (work, connection) => JudgeAsync(work, connection, cancellation), cancellation);
            }
            catch (OutboxWorkFailedException failure)
            {
                await backlog.PutOffAsync(failure.Work, failure.InnerException!.Message, cancellation);
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? count : throw new AggregateException(failures);
    }

    private async Task JudgeAsync(IReadOnlyList<OutboxWork> work, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await index.CatchUpAsync(cancellation);
        var opportunityIds = IdsOf(OutboxKind.OpportunityChanged);
        var capabilityIds = IdsOf(OutboxKind.CapabilityChanged);
        var before = await MatchStore.PairsAsync(connection, opportunityIds, capabilityIds, cancellation);
        var outdated = before.Where(IsOutdated).ToArray();
        var pairs = Partners(opportunityIds, capabilityIds, cancellation);
        pairs.UnionWith(outdated.Select(PairOf));
        pairs.ExceptWith(before.Except(outdated).Select(PairOf));
        var matches = Judge(pairs, cancellation);
        var judged = matches.Select(m => (m.OpportunityId, m.CapabilityId)).ToHashSet();
        await MatchStore.RemoveAsync(connection, [.. outdated.Where(p => !judged.Contains(PairOf(p)))], cancellation);
        await MatchStore.PutAsync(connection, matches, cancellation);

        Guid[] IdsOf(OutboxKind kind) => [.. work.Where(w => w.Kind == kind).Select(w => w.SubjectId).Distinct()];
    }

    /// <summary>One of the two says something else by now, or is public no longer. Any other pair needs no second look.</summary>
    private bool IsOutdated(StoredPair pair) =>
        index.Matcher.Need(pair.OpportunityId)?.Revision != pair.OpportunityRevision
        || index.Matcher.Capability(pair.CapabilityId)?.Revision != pair.CapabilityRevision;

    private static (Guid OpportunityId, Guid CapabilityId) PairOf(StoredPair pair) => (pair.OpportunityId, pair.CapabilityId);

    /// <summary>The best partners of everything that changed.</summary>
    private HashSet<(Guid OpportunityId, Guid CapabilityId)> Partners(Guid[] opportunityIds, Guid[] capabilityIds, CancellationToken cancellation)
    {
        var matcher = index.Matcher;
        var ofOpportunities = opportunityIds.AsParallel().WithCancellation(cancellation).SelectMany(id =>
            matcher.Need(id) is { } need ? Shown(matcher.CapabilitiesFor(need, Kept)).Select(partner => (id, partner.Id)) : []);
        var capabilities = capabilityIds.Select(matcher.Capability).OfType<CapabilityDocument>().ToArray();
        var ofCapabilities = capabilities.Zip(matcher.NeedsFor(capabilities, Kept, cancellation)).SelectMany(found =>
            Shown(found.Second).Select(partner => (partner.Id, found.First.Id)));
        return [.. ofOpportunities, .. ofCapabilities];
    }

    /// <summary>
    /// Pairs with their reasons, as far as they are good enough to be shown. A pair that stood before is judged too, though it may no
    /// longer be among the best of the side that changed: it may be among the best of the other.
    /// </summary>
    private Match[] Judge(IEnumerable<(Guid OpportunityId, Guid CapabilityId)> pairs, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return [.. pairs.GroupBy(p => p.OpportunityId, p => p.CapabilityId).AsParallel().WithCancellation(cancellation).SelectMany(g => Judge(g.Key, g, now))];
    }

    private IEnumerable<Match> Judge(Guid opportunityId, IEnumerable<Guid> capabilityIds, DateTimeOffset now)
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
                ComputedAt = now
            });
    }

    private static IEnumerable<ScoredMatch> Shown(IEnumerable<ScoredMatch> matches) => matches.TakeWhile(m => m.Score >= Matcher.ShownFrom);
}
