using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Credit;

/// <summary>Appeals against entries of the ledger, and what becomes of them: done, written down and told in one transaction.</summary>
internal sealed class CreditDesk(PortalDbContext db, Notifier notifier, AuditTrail audit, TimeProvider time)
{
    public const string Upheld = "Upheld";
    public const string Rejected = "Rejected";

    /// <exception cref="RuleBrokenException">It was appealed before, or cannot be any more.</exception>
    public async Task AppealAsync(CreditEntry entry, string text, Person person, CancellationToken cancellation)
    {
        var organisation = await db.Organisations.Where(o => o.Id == entry.OrganisationId).Select(o => new { o.Name, o.RegionCode }).SingleAsync(cancellation);
        if (organisation.RegionCode is not { } region)
        {
            throw new RuleBrokenException("请先在单位资料里写明注册地，才知道由哪里的审核人员决定。");
        }

        var appeal = new CreditAppeal(entry, person.AccountId!.Value, text, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Add(appeal);
        Note("credit.appeal", entry, null);
        try
        {
            // Before anybody is told: a notification is let in only for an appeal that is there.
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RuleBrokenException("这一条已经申诉过，每条只能申诉一次。");
        }

        await notifier.TellAsync(db, new Happening
        {
            Kind = NotificationKind.CreditAppealed,
            SubjectId = entry.Id,
            Title = organisation.Name,
            ReviewersOf = region,
            By = person.AccountId
        }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody else decided meanwhile.</exception>
    public async Task DecideAsync(CreditAppeal appeal, CreditEntry entry, CreditVerdict verdict, Person person, CancellationToken cancellation)
    {
        db.Entry(appeal).Property(a => a.Revision).OriginalValue = verdict.Revision;
        var counter = appeal.Decide(entry, verdict.Upheld, person.AccountId!.Value, verdict.Reason, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        Note(verdict.Upheld ? "credit.uphold" : "credit.reject", entry, counter?.Id);
        await db.SaveChangesAsync(cancellation);
        if (counter is not null)
        {
            // After the decision: it is let in only for an appeal that was upheld.
            db.Add(counter);
        }

        await notifier.TellAsync(db, new Happening
        {
            Kind = NotificationKind.CreditDecided,
            SubjectId = appeal.OrganisationId,
            Title = await db.Organisations.Where(o => o.Id == appeal.OrganisationId).Select(o => o.Name).SingleAsync(cancellation),
            Detail = verdict.Upheld ? Upheld : Rejected,
            EditorsOf = appeal.OrganisationId,
            By = person.AccountId
        }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private void Note(string action, CreditEntry entry, Guid? counter) => audit.Note(db, new Act
    {
        Action = action,
        Organisation = entry.OrganisationId,
        SubjectKind = nameof(CreditEntry),
        Subject = entry.Id,
        Detail = new { pairing = entry.PairingId, number = entry.EventNumber, rule = entry.RuleCode, version = entry.RuleVersion, points = entry.Points, counter }
    });
}

/// <summary>What a reviewer says about an appeal, as of the revision that they saw.</summary>
internal sealed record CreditVerdict(int Revision, bool Upheld, string Reason);
