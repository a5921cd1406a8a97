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
    public Account Make(PortalDbContext db, Newcomer who)
    {
        var email = who.Email.Trim();
        var normalized = normalizer.NormalizeEmail(email);
        var now = time.GetUtcNow();
        var account = new Account
        {
            DisplayName = who.Name.Trim(),
            Email = email,
            NormalizedEmail = normalized,
            UserName = email,
            NormalizedUserName = normalized,
            EmailConfirmed = who.MailIsProved,
            IsDemonstration = who.IsDemonstration,
            CreatedAt = now
        };
        passwords.Set(db, account, who.Password);
        db.Add(account);
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
