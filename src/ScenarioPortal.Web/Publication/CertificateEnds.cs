using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Publication;

/// <summary>
/// Notes that the time of a certificate is over. Pages go by the clock and need not wait for it; matching counts the certificate until then, so that what
/// stands in the database gives the same matches on every node. Rows that another node has in hand are left to it.
/// </summary>
internal sealed class CertificateEnds(IDbContextFactory<PortalDbContext> databases, TimeProvider time)
{
    private const int AtOnce = 100;
    private const string Actor = "portal";

    /// <summary>In how many capabilities it was noted.</summary>
    public async Task<int> NoteAsync(CancellationToken cancellation)
    {
        var (now, today) = (time.GetUtcNow(), time.Today);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var over = await db.Capabilities.FromSql(
            $"""
            SELECT * FROM capabilities WHERE status = 'Published' AND certificate_ends_on < {today}
            ORDER BY certificate_ends_on, id LIMIT {AtOnce} FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellation);
        foreach (var capability in over)
        {
            capability.EndCertificates(now);
            db.Add(new Act { Action = "capability.certificate-end", Organisation = capability.OrganisationId, SubjectKind = nameof(Capability), Subject = capability.Id }.By(Actor, now));
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return over.Count;
    }
}
