using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Privacy;

namespace ScenarioPortal.Web.Organisations;

/// <summary>Makes the account of somebody who registers a company, with what they agreed to.</summary>
internal sealed class NewAccounts(IHttpContextAccessor http, TimeProvider time)
{
    public Account Add(PortalDbContext db, PendingRegistration pending)
    {
        var now = time.GetUtcNow();
        var normal = pending.Email.ToUpperInvariant();
        var account = new Account
        {
            DisplayName = pending.Company.ContactName,
            UserName = pending.Email,
            NormalizedUserName = normal,
            Email = pending.Email,
            NormalizedEmail = normal,
            EmailConfirmed = true,
            PasswordHash = pending.PasswordHash,
            PasswordChangedAt = now,
            CreatedAt = now
        };
        db.Add(account);
        db.Add(Consent(account, ConsentPurpose.Account, now));
        if (pending.Company.ContactIsShown)
        {
            db.Add(Consent(account, ConsentPurpose.PublicContact, now));
        }

        return account;
    }

    private Consent Consent(Account account, ConsentPurpose purpose, DateTimeOffset now) => new()
    {
        AccountId = account.Id,
        Purpose = purpose,
        Version = PrivacyNotice.Version,
        GivenAt = now,
        Address = http.HttpContext?.Connection.RemoteIpAddress?.ToString()
    };
}
