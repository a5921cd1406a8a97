using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace ScenarioPortal.Data.Accounts;

/// <summary>Somebody who can sign in. ASP.NET Core Identity keeps the password; what a person may do stands in memberships and grants.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int NameMaxLength = 40;
    public const int EmailMaxLength = 254;

    public Account()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = RandomNumberGenerator.GetHexString(32);
    }

    /// <summary>The name by which others know this person.</summary>
    public string DisplayName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set while nobody can sign in with this account.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Set once the person had their data removed: what is left is a pseudonym.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>Made for the demonstration: signs in with a password alone, and never exists in production.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>The secret of the authenticator app, encrypted; null when none is set up.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The last time step whose code was accepted: no code works twice.</summary>
    public long? TotpStep { get; set; }
}
