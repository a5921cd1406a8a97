using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Publication;

/// <summary>
/// Asks organisations whether what they can do is still current, and notes it when nobody answers. Who has no account is never asked, and nothing
/// follows from their silence. Rows that another node has in hand are left to it.
/// </summary>
internal sealed class CapabilityConfirmations(IDbContextFactory<PortalDbContext> databases, Notifier notifier, TimeProvider time)
{
    private const int AtOnce = 100;
    private const string Actor = "portal";

    /// <summary>Asks about what was released or confirmed long ago. How many that were.</summary>
    public async Task<int> AskAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var until = now.AddDays(-Capability.CurrentForDays);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var due = await db.Capabilities.FromSql(
            $"""
            SELECT * FROM capabilities c
            WHERE status = 'Published' AND confirmation_asked_at IS NULL AND coalesce(confirmed_at, published_at) <= {until} AND EXISTS (
                SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id
                WHERE m.organisation_id = c.organisation_id AND m.role <> 'Reader' AND a.disabled_at IS NULL AND a.erased_at IS NULL AND a.email IS NOT NULL)
            ORDER BY coalesce(confirmed_at, published_at), id LIMIT {AtOnce} FOR UPDATE OF c SKIP LOCKED
            """).ToListAsync(cancellation);
        if (due.Count == 0)
        {
            return 0;
        }

        foreach (var capability in due)
        {
            capability.AskWhetherCurrent(now);
            db.Add(ActOn(capability, "capability.ask", now));
        }

        await notifier.TellEditorsAsync(db, [.. due.Select(c => new Happening
        {
            Kind = NotificationKind.CapabilityToConfirm,
            SubjectId = c.Id,
            Title = c.Title,
            Detail = c.ConfirmationDueAt!.Value.DayInShanghai().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            EditorsOf = c.OrganisationId
        })], cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return due.Count;
    }

    /// <summary>Marks what nobody confirmed in time. How many that were.</summary>
    public async Task<int> LapseAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var until = now.AddDays(-Capability.ConfirmWithinDays);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var over = await db.Capabilities.FromSql(
            $"""
            SELECT * FROM capabilities WHERE status = 'Published' AND confirmation_asked_at <= {until} AND lapsed_at IS NULL
            ORDER BY confirmation_asked_at, id LIMIT {AtOnce} FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellation);
        if (over.Count == 0)
        {
            return 0;
        }

        foreach (var capability in over)
        {
            capability.Lapse(now);
            db.Add(ActOn(capability, "capability.lapse", now));
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return over.Count;
    }

    private static AuditEntry ActOn(Capability capability, string action, DateTimeOffset now) =>
        new Act { Action = action, Organisation = capability.OrganisationId, SubjectKind = nameof(Capability), Subject = capability.Id }.By(Actor, now);
}
