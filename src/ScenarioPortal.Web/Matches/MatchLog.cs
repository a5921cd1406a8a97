using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// Counts what is shown, opened and decided of pairs, and nothing of who it was. Showing and opening are gathered in memory and written every few seconds, so that a page waits
/// for nothing; what was gathered is lost when the portal is killed, when the database is away at that moment, and beyond <see cref="Most"/> pages at a time.
/// </summary>
internal sealed partial class MatchLog(NpgsqlDataSource source, TimeProvider time, ILogger<MatchLog> log) : BackgroundService
{
    private const int Most = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Channel<Sighting> _seen = Channel.CreateBounded<Sighting>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The capabilities for an opportunity, from the first place on.</summary>
    public void ShownFor(Guid opportunityId, IEnumerable<Guid> capabilityIds) =>
        Note(MatchEvent.Shown, MatchList.Opportunity, 1, [.. capabilityIds.Select(id => (opportunityId, id))]);

    /// <summary>The opportunities for a capability, from the first place on.</summary>
    public void ShownForCapability(Guid capabilityId, IEnumerable<Guid> opportunityIds) =>
        Note(MatchEvent.Shown, MatchList.Capability, 1, [.. opportunityIds.Select(id => (id, capabilityId))]);

    /// <param name="opportunityId">One side.</param>
    /// <param name="capabilityId">The other.</param>
    /// <param name="list">The list on which it is looked at.</param>
    /// <param name="place">Its place there; 0 where nobody knows.</param>
    public void Opened(Guid opportunityId, Guid capabilityId, MatchList list, int place) => Note(MatchEvent.Opened, list, place, [(opportunityId, capabilityId)]);

    /// <summary>One side turned to the other. The count is added to what the caller saves, and is kept or lost with it.</summary>
    public Task ContactedAsync(PortalDbContext db, Guid opportunityId, Guid capabilityId, CancellationToken cancellation) =>
        DecidedAsync(db, opportunityId, capabilityId, MatchEvent.Contacted, cancellation);

    /// <inheritdoc cref="ContactedAsync"/>
    /// <summary>The two agreed; otherwise the same.</summary>
    public Task AgreedAsync(PortalDbContext db, Guid opportunityId, Guid capabilityId, CancellationToken cancellation) =>
        DecidedAsync(db, opportunityId, capabilityId, MatchEvent.Agreed, cancellation);

    /// <summary>Writes what was gathered so far, in one statement.</summary>
    public async Task SaveAsync(CancellationToken cancellation)
    {
        Dictionary<(Guid OpportunityId, Guid CapabilityId, MatchEvent Event, MatchList List, int Place, DateOnly Day), int> counts = [];
        while (_seen.Reader.TryRead(out var seen))
        {
            foreach (var (place, pair) in seen.Pairs.Index())
            {
                var row = (pair.OpportunityId, pair.CapabilityId, seen.Event, seen.List, seen.First == 0 ? 0 : seen.First + place, seen.Day);
                counts[row] = counts.GetValueOrDefault(row) + 1;
            }
        }

        if (counts.Count > 0)
        {
            await MatchCountStore.AddAsync(source, [.. counts.Select(c => new MatchCount
            {
                OpportunityId = c.Key.OpportunityId,
                CapabilityId = c.Key.CapabilityId,
                Event = c.Key.Event,
                List = c.Key.List,
                Place = c.Key.Place,
                Day = c.Key.Day,
                Count = c.Value
            })], cancellation);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TrySaveAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await TrySaveAsync(CancellationToken.None);
        }
    }

    private async Task TrySaveAsync(CancellationToken cancellation)
    {
        try
        {
            await SaveAsync(cancellation);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or OperationCanceledException)
        {
            Lost(exception);
        }
    }

    private async Task DecidedAsync(PortalDbContext db, Guid opportunityId, Guid capabilityId, MatchEvent decision, CancellationToken cancellation)
    {
        var place = await db.Matches.Of(opportunityId).Where(m => m.CapabilityId == capabilityId)
            .Select(m => 1 + db.Matches.Count(o => o.OpportunityId == opportunityId && o.Score > m.Score)).SingleOrDefaultAsync(cancellation);
        db.Add(new MatchCount
        {
            OpportunityId = opportunityId,
            CapabilityId = capabilityId,
            Event = decision,
            List = MatchList.Opportunity,
            Place = place,
            Day = time.Today,
            Count = 1
        });
    }

    private void Note(MatchEvent what, MatchList list, int first, (Guid OpportunityId, Guid CapabilityId)[] pairs)
    {
        if (pairs.Length > 0)
        {
            _seen.Writer.TryWrite(new Sighting(what, list, first, time.Today, pairs));
        }
    }

    [LoggerMessage(LogLevel.Warning, "How often pairs were shown and opened in the last seconds could not be written and is lost")]
    private partial void Lost(Exception exception);

    /// <summary>What one page showed; its pairs stand one after the other from the first place on.</summary>
    private sealed record Sighting(MatchEvent Event, MatchList List, int First, DateOnly Day, (Guid OpportunityId, Guid CapabilityId)[] Pairs);
}
