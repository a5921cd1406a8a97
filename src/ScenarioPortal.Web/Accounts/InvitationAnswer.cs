using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Takes up an invitation: with a new account, or with the one that the invited address has already.</summary>
internal sealed class InvitationAnswer(
    AccountDatabase accounts, UserManager<Account> users, OneTimeLinks links, NewAccount newAccount, PasswordRules rules, AuditTrail audit, TimeProvider time)
{
    public async Task<Offered?> FindAsync(string secret, CancellationToken cancellation)
    {
        var db = accounts.Db;
        if (await links.FindAsync(db, LinkPurpose.Invitation, secret, cancellation) is not { } link)
        {
            return null;
        }

        var organisation = link.Invitation?.OrganisationId is { } id ? await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancellation) : null;
        var account = link.Email.Length > 0 ? await users.FindByEmailAsync(link.Email) : null;
        return new Offered { Link = link, Organisation = organisation, Account = account };
    }

    /// <summary>Why a password cannot be taken for the account that is being made.</summary>
    public string? RefusalOf(Offered offered, string name, string email, string password) => rules.RefusalOf(password, new PasswordContext
    {
        Profile = offered.IsForStaff ? PasswordProfile.Staff : PasswordProfile.Company,
        OwnWords = [.. PasswordContext.WordsOf(name, email), .. offered.Organisation is { } organisation ? [organisation.Name] : Array.Empty<string>()]
    });

    /// <summary>Whether another account has this address.</summary>
    public async Task<bool> IsTakenAsync(string email) => await users.FindByEmailAsync(email.Trim()) is not null;

    /// <summary>Makes the account; null when the link was used up in the meantime.</summary>
    public Task<Account?> AcceptAsync(Offered offered, Newcomer who, CancellationToken cancellation) =>
        AcceptAsync(offered, () => newAccount.Make(accounts.Db, who), cancellation);

    /// <summary>Adds what is promised to an account that exists.</summary>
    public Task<Account?> AcceptAsync(Offered offered, Account account, CancellationToken cancellation) => AcceptAsync(offered, () => account, cancellation);

    private async Task<Account?> AcceptAsync(Offered offered, Func<Account> who, CancellationToken cancellation)
    {
        var db = accounts.Db;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await links.UseAsync(db, offered.Link, cancellation))
        {
            return null;
        }

        var account = who();
        await GiveAsync(db, account, offered.Link.Invitation!, cancellation);
        db.Add(audit.EntryOf(new Act
        {
            Action = "invitation.accept",
            Organisation = offered.Organisation?.Id,
            SubjectKind = "account",
            Subject = account.Id,
            Detail = new { link = offered.Link.Id, offered.Link.InvitedBy, member = offered.Link.Invitation!.MemberRole?.ToString(), staff = offered.Link.Invitation.StaffRole?.ToString() }
        }, account.Id));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return account;
    }

    private async Task GiveAsync(PortalDbContext db, Account account, Invitation promised, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (promised.OrganisationId is { } organisation && !await db.Memberships.AnyAsync(m => m.OrganisationId == organisation && m.AccountId == account.Id, cancellation))
        {
            db.Add(new Membership(organisation, account.Id, promised.MemberRole ?? MemberRole.Reader, now));
        }

        if (promised.StaffRole is { } role && !await db.StaffGrants.AnyAsync(g => g.AccountId == account.Id && g.Role == role && g.RegionCode == promised.RegionCode, cancellation))
        {
            db.Add(new StaffGrant(account.Id, role, promised.RegionCode, now));
        }
    }
}

/// <summary>An invitation that can be taken up.</summary>
internal sealed record Offered
{
    public required OneTimeLink Link { get; init; }

    public Organisation? Organisation { get; init; }

    /// <summary>The account of the invited address, if there is one.</summary>
    public Account? Account { get; init; }

    public StaffRole? Role => Link.Invitation?.StaffRole;

    public bool IsForStaff => Role is not null || Organisation?.Kind is OrganisationKind.Government or OrganisationKind.Operator;
}
