using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Credit;

/// <summary>
/// Weighs the credit of organisations that have entries: once a day, as it fades by days, and when an entry came. Where it has crossed zero, the capabilities of the organisation are judged anew.
/// </summary>
internal sealed class CreditClock(IDbContextFactory<PortalDbContext> databases, TimeProvider time)
{
    private const int AtOnce = 200;
    private const long Lock = 20261127_33;

    /// <summary>How many were weighed; 0 when all are as of today.</summary>
    public async Task<int> WeighAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = now.DayInShanghai().AddDays(-1).EndInShanghai().ToUniversalTime();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT e.organisation_id AS "Value" FROM (SELECT organisation_id, count(*) AS entries FROM credit_entries GROUP BY organisation_id) e
            LEFT JOIN credit_standings s ON s.organisation_id = e.organisation_id
            WHERE s.organisation_id IS NULL OR s.entries <> e.entries OR s.weighed_at <= {today}
            ORDER BY e.organisation_id LIMIT {AtOnce}
            """).ToListAsync(cancellation);
        if (due.Count == 0)
        {
            return 0;
        }

        var standings = await db.CreditStandings.Where(s => due.Contains(s.OrganisationId)).ToDictionaryAsync(s => s.OrganisationId, cancellation);
        var entries = (await db.CreditEntries.AsNoTracking().Where(e => due.Contains(e.OrganisationId)).ToListAsync(cancellation)).ToLookup(e => e.OrganisationId);
        List<Guid> turned = [];
        foreach (var organisation in due)
        {
            if (!standings.TryGetValue(organisation, out var standing))
            {
                standing = new CreditStanding(organisation);
                db.Add(standing);
            }

            if (standing.Weigh([.. entries[organisation]], now))
            {
                turned.Add(organisation);
            }
        }

        await JudgeAnewAsync(db, turned, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return due.Count;
    }

    /// <summary>The texts are the same as before, so what is stored of them says that no judge has seen it as it is now.</summary>
    private static async Task JudgeAnewAsync(PortalDbContext db, List<Guid> organisations, CancellationToken cancellation)
    {
        if (organisations.Count == 0)
        {
            return;
        }

        var capabilities = await db.Capabilities.Where(c => organisations.Contains(c.OrganisationId!.Value) && c.Status == CapabilityStatus.Published).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellation);
        await db.Matches.Where(m => capabilities.Contains(m.CapabilityId)).ExecuteUpdateAsync(s => s.SetProperty(m => m.JudgedBy, 0), cancellation);
        db.AddRange(capabilities.Select(id => new OutboxMessage(OutboxKind.CapabilityChanged, id)));
    }
}
