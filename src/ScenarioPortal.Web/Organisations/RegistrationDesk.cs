using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Organisations;

/// <summary>Takes in what somebody wants of a company: to register it, to claim it, to be let in.</summary>
internal sealed class RegistrationDesk(IDbContextFactory<PortalDbContext> databases, OrganisationMail mail, AuditTrail audit, TimeProvider time)
{
    /// <summary>Looks behind the pages: who the members are is told to nobody, only that there are some.</summary>
    public async Task<KnownOrganisation?> FindAsync(string code, CancellationToken cancellation)
    {
        var known = new UnifiedSocialCreditCode(code);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Organisations.Where(o => o.CreditCode == known)
            .Select(o => new KnownOrganisation(o.Id, o.Name, db.Memberships.Any(m => m.OrganisationId == o.Id))).SingleOrDefaultAsync(cancellation);
    }

    public async Task<bool> HasMembersAsync(Guid organisationId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Memberships.AnyAsync(m => m.OrganisationId == organisationId, cancellation);
    }

    /// <summary>Does what was wished and says where to go on. Saved is with what the caller has added to the same context: a new account, a consent.</summary>
    public async Task<string> TakeAsync(PortalDbContext db, Applicant applicant, Registration company, CancellationToken cancellation)
    {
        var known = await FindAsync(company.Code, cancellation);
        return (company.Wish, known) switch
        {
            (Wish.Register, null) => await RegisterAsync(db, applicant, company, cancellation),
            (Wish.Claim, { HasMembers: false }) => await ClaimAsync(db, applicant, known, cancellation),
            (Wish.Ask, { HasMembers: true }) => await AskAsync(db, applicant, known, cancellation),
            _ => throw new RuleBrokenException("这个统一社会信用代码的登记情况刚刚有了变化，请再提交一次。")
        };
    }

    private async Task<string> RegisterAsync(PortalDbContext db, Applicant applicant, Registration company, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var organisation = new Organisation(company.Name, company.Kind);
        organisation.Identify(new UnifiedSocialCreditCode(company.Code));
        organisation.Complete(new OrganisationDetails { RegionCode = company.RegionCode });
        var contact = new OrganisationContact(organisation.Id, company.ContactName, company.ContactPhone, applicant.Email);
        contact.Show(company.ContactIsShown, now);

        // Whoever registers may add to an organisation only while it has no members: the membership comes last.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.AddRange(organisation, contact);
        await SaveNewAsync(db, cancellation);
        db.Add(new Membership(organisation.Id, applicant.AccountId, MemberRole.Owner, now));
        Note(db, applicant, "organisation.register", organisation.Id);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Links.OrganisationLicence(organisation.Id);
    }

    private async Task<string> ClaimAsync(PortalDbContext db, Applicant applicant, KnownOrganisation known, CancellationToken cancellation)
    {
        var organisation = await db.Organisations.SingleAsync(o => o.Id == known.Id, cancellation);
        var waits = await db.OrganisationClaims.AnyAsync(c => c.OrganisationId == known.Id && c.AccountId == applicant.AccountId && c.DecidedAt == null, cancellation);
        if (!waits)
        {
            db.Add(new OrganisationClaim(organisation, applicant.AccountId, "", time.GetUtcNow()));
            Note(db, applicant, "organisation.claim", known.Id);
        }

        await db.SaveChangesAsync(cancellation);
        return Links.Claims;
    }

    private async Task<string> AskAsync(PortalDbContext db, Applicant applicant, KnownOrganisation known, CancellationToken cancellation)
    {
        await mail.ToOwnersAsync(db, known.Id, OrganisationLetter.AsksToJoin(known.Name, applicant.Email), cancellation);
        Note(db, applicant, "organisation.ask", known.Id);
        await db.SaveChangesAsync(cancellation);
        return Links.Organisation(known.Id);
    }

    private void Note(PortalDbContext db, Applicant applicant, string action, Guid organisation) =>
        db.Add(audit.EntryOf(new Act { Action = action, Organisation = organisation, SubjectKind = nameof(Organisation), Subject = organisation }, applicant.AccountId));

    /// <summary>Two who register the same company at one moment: the second is told.</summary>
    private static async Task SaveNewAsync(PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RuleBrokenException("这个统一社会信用代码的登记情况刚刚有了变化，请再提交一次。");
        }
    }
}

/// <summary>Who wants something of a company.</summary>
internal sealed record Applicant(Guid AccountId, string Email);
