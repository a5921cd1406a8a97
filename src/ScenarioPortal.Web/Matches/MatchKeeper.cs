using System.Collections.Concurrent;
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
        var matches = Judge(opportunityIds, capabilityIds, before, cancellation);
        await MatchStore.ReplaceAsync(connection, opportunityIds, capabilityIds, matches, cancellation);

        Guid[] IdsOf(OutboxKind kind) => [.. work.Where(w => w.Kind == kind).Select(w => w.SubjectId).Distinct()];
    }

    /// <summary>
    /// The best partners of everything that changed, and the pairs that stood before: such a pair may be among the best of the
    /// side that did not change.
    /// </summary>
    private ConcurrentBag<Match> Judge(
        Guid[] opportunityIds, Guid[] capabilityIds, IReadOnlyList<(Guid OpportunityId, Guid CapabilityId)> before, CancellationToken cancellation)
    {
        var matcher = index.Matcher;
        var pairs = new ConcurrentDictionary<(Guid OpportunityId, Guid CapabilityId), byte>(before.Select(p => KeyValuePair.Create(p, (byte)0)));
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.ForEach(opportunityIds, options, id =>
        {
            foreach (var partner in matcher.Need(id) is { } need ? Shown(matcher.CapabilitiesFor(need, Kept)) : [])
            {
                pairs.TryAdd((id, partner.Id), 0);
            }
        });
        Parallel.ForEach(capabilityIds, options, id =>
        {
            foreach (var partner in matcher.Capability(id) is { } capability ? Shown(matcher.NeedsFor(capability, Kept)) : [])
            {
                pairs.TryAdd((partner.Id, id), 0);
            }
        });

        var now = time.GetUtcNow();
        var matches = new ConcurrentBag<Match>();
        Parallel.ForEach(pairs.Keys, options, pair =>
        {
            if (matcher.Need(pair.OpportunityId) is { } need && matcher.Capability(pair.CapabilityId) is { } capability
                && matcher.Explain(need, capability) is var explanation && explanation.Score >= Matcher.ShownFrom)
            {
                matches.Add(new Match
                {
                    OpportunityId = need.Id,
                    CapabilityId = capability.Id,
                    Score = explanation.Score,
                    Reasons = explanation.Reasons,
                    OpportunityRevision = need.Revision,
                    CapabilityRevision = capability.Revision,
                    ComputedAt = now
                });
            }
        });
        return matches;
    }

    private static IEnumerable<ScoredMatch> Shown(IEnumerable<ScoredMatch> matches) => matches.TakeWhile(m => m.Score >= Matcher.ShownFrom);
}
