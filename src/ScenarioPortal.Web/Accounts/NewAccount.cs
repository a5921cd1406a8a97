using Microsoft.AspNetCore.Identity;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Privacy;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Makes accounts. The caller saves, and gives them what they are for.</summary>
internal sealed class NewAccount(PasswordKeeper passwords, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <param name="db">What will save it.</param>
    /// <param name="who">Whose account it is.</param>
    /// <param name="known">An account with which nobody could sign in until now; null makes one.</param>
    public Account Make(PortalDbContext db, Newcomer who, Account? known = null)
    {
        var email = who.Email.Trim();
        var normalized = normalizer.NormalizeEmail(email);
        var now = time.GetUtcNow();
        var account = known ?? new Account { IsDemonstration = who.IsDemonstration, CreatedAt = now };
        (account.DisplayName, account.Email, account.NormalizedEmail) = (who.Name.Trim(), email, normalized);
        (account.UserName, account.NormalizedUserName, account.EmailConfirmed) = (email, normalized, who.MailIsProved);
        passwords.Set(db, account, who.Password);
        if (known is null)
        {
            db.Add(account);
        }

        db.Add(new Consent { AccountId = account.Id, Purpose = ConsentPurpose.Account, Version = PrivacyNotice.Version, GivenAt = now, Address = who.Address });
        return account;
    }
}

/// <summary>Somebody who gets an account.</summary>
internal sealed record Newcomer
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Password { get; init; }

    public bool MailIsProved { get; init; }

    public bool IsDemonstration { get; init; }

    /// <summary>Where they agreed to the privacy notice from.</summary>
    public string? Address { get; init; }
}
