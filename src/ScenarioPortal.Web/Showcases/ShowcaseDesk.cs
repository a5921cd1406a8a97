using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Showcases;

/// <summary>Carries out what both sides and a reviewer do about a showcase: done, written down and told in one transaction.</summary>
internal sealed class ShowcaseDesk(PortalDbContext db, Notifier notifier, AuditTrail audit, TimeProvider time)
{
    /// <summary>Writes the showcase of a pairing, for the first time or anew; the other side is asked to agree.</summary>
    public async Task<Showcase> WriteAsync(Pairing pairing, Showcase? before, int revision, ShowcaseContent content, PairingSide side, Person person, CancellationToken cancellation)
    {
        var (now, by) = (time.GetUtcNow(), new Actor(side, person.AccountId));
        var showcase = before;
        if (showcase is null)
        {
            var around = await db.Pairings.Where(p => p.Id == pairing.Id).Select(p => new
            {
                Certificate = db.VerificationCertificates.FirstOrDefault(c => c.PairingId == p.Id),
                RegionCode = p.RegionCode ?? db.Organisations.Where(o => o.Id == p.PublisherId).Select(o => o.RegionCode).FirstOrDefault()
            }).SingleAsync(cancellation);
            showcase = Showcase.Begin(pairing, around.Certificate, around.RegionCode, content, by, now);
            db.Add(showcase);
        }
        else
        {
            db.Entry(showcase).Property(s => s.Revision).OriginalValue = revision;
            showcase.Write(content, by, now);
        }

        try
        {
            await DoneAsync(showcase, "showcase.write", side, ShowcaseNotice.Written, [Other(showcase, side)], person, cancellation);
        }
        catch (DbUpdateException taken) when (before is null && taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RuleBrokenException("对方刚刚写了一份，请刷新页面，在那一份上改。");
        }

        return showcase;
    }

    /// <summary>The other side agrees, and a reviewer has it.</summary>
    public Task AgreeAsync(Showcase showcase, int revision, PairingSide side, Person person, CancellationToken cancellation)
    {
        db.Entry(showcase).Property(s => s.Revision).OriginalValue = revision;
        showcase.Agree(new Actor(side, person.AccountId), time.GetUtcNow());
        return DoneAsync(showcase, "showcase.agree", side, ShowcaseNotice.Agreed, [Other(showcase, side)], person, cancellation);
    }

    public Task ApproveAsync(Showcase showcase, int revision, Person reviewer, CancellationToken cancellation)
    {
        db.Entry(showcase).Property(s => s.Revision).OriginalValue = revision;
        showcase.Approve(reviewer.AccountId!.Value, time.GetUtcNow());
        return DoneAsync(showcase, "showcase.approve", null, ShowcaseNotice.Approved, [showcase.PublisherId, showcase.CompanyId], reviewer, cancellation);
    }

    public Task ReturnAsync(Showcase showcase, int revision, string reason, Person reviewer, CancellationToken cancellation)
    {
        db.Entry(showcase).Property(s => s.Revision).OriginalValue = revision;
        showcase.Return(reason, reviewer.AccountId!.Value, time.GetUtcNow());
        return DoneAsync(showcase, "showcase.return", null, ShowcaseNotice.Returned, [showcase.PublisherId, showcase.CompanyId], reviewer, cancellation);
    }

    private async Task DoneAsync(Showcase showcase, string action, PairingSide? side, string detail, Guid[] told, Person person, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        audit.Note(db, new Act
        {
            Action = action,
            Organisation = side is null ? null : side is PairingSide.Publisher ? showcase.PublisherId : showcase.CompanyId,
            SubjectKind = nameof(Showcase),
            Subject = showcase.Id,
            Detail = new { side, state = showcase.State, pairing = showcase.PairingId }
        });

        // Before anybody is told: a notification is let in only for a showcase that is there.
        await db.SaveChangesAsync(cancellation);
        await notifier.TellEditorsAsync(db, [.. told.Select(o => ShowcaseNotice.Of(showcase, detail, o, person.AccountId))], cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static Guid Other(Showcase showcase, PairingSide side) => side is PairingSide.Publisher ? showcase.CompanyId : showcase.PublisherId;
}
