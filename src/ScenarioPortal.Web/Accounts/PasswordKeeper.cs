using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Checks and sets passwords. The caller saves.</summary>
internal sealed class PasswordKeeper(IPasswordHasher<Account> hasher, PasswordRules rules, IStringLocalizer<Texts> L, TimeProvider time)
{
    /// <summary>Rounds of PBKDF2 with SHA-512.</summary>
    public const int Rounds = 210_000;
    private const int Remembered = 5;
    public static readonly TimeSpan StaffPasswordHolds = TimeSpan.FromDays(180);

    /// <summary>Stands in for accounts that do not exist, so that these take as long as others.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>(HasherOptions()).HashPassword(new Account(), SecretKey.New()));

    /// <summary>Whether it is the account's password; for no account, or one that has none, never, after the same work.</summary>
    public bool Verify(Account? account, string password)
    {
        var nobody = account?.PasswordHash is null;
        var result = hasher.VerifyHashedPassword(account ?? new Account(), nobody ? NobodysHash.Value : account!.PasswordHash!, password);
        if (nobody || result is PasswordVerificationResult.Failed)
        {
            return false;
        }

        if (result is PasswordVerificationResult.SuccessRehashNeeded)
        {
            account!.PasswordHash = hasher.HashPassword(account, password);
        }

        return true;
    }

    /// <summary>Why an account cannot have this password; null when it can.</summary>
    public async Task<string?> RefusalOfAsync(PortalDbContext db, Account account, string password, CancellationToken cancellation)
    {
        var context = await ContextOfAsync(db, account, cancellation);
        if (rules.RefusalOf(password, context) is { } refusal)
        {
            return refusal;
        }

        var former = context.Profile is PasswordProfile.Staff
            ? await db.FormerPasswords.Where(p => p.AccountId == account.Id).OrderByDescending(p => p.ReplacedAt).Take(Remembered - 1).Select(p => p.Hash).ToListAsync(cancellation)
            : [];
        var used = former.Append(account.PasswordHash).Any(hash => hash is not null && hasher.VerifyHashedPassword(account, hash, password) is not PasswordVerificationResult.Failed);
        return used ? L["最近用过这个密码，请换一个。"].Value : null;
    }

    public void Set(PortalDbContext db, Account account, string password)
    {
        var now = time.GetUtcNow();
        if (account.PasswordHash is { } former)
        {
            db.Add(new FormerPassword(account.Id, former, now));
        }

        account.PasswordHash = hasher.HashPassword(account, password);
        account.PasswordChangedAt = now;
        account.ConcurrencyStamp = $"{Guid.CreateVersion7()}";
    }

    public static PasswordHasherOptions HashedSlowly(PasswordHasherOptions options)
    {
        options.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV3;
        options.IterationCount = Rounds;
        return options;
    }

    private static Microsoft.Extensions.Options.IOptions<PasswordHasherOptions> HasherOptions() => Microsoft.Extensions.Options.Options.Create(HashedSlowly(new()));

    /// <summary>Which rules bind an account, and which words are its own.</summary>
    private static async Task<PasswordContext> ContextOfAsync(PortalDbContext db, Account account, CancellationToken cancellation)
    {
        var organisations = await db.Memberships.Where(m => m.AccountId == account.Id)
            .Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new { o.Name, o.Kind }).ToListAsync(cancellation);
        var isStaff = organisations.Any(o => o.Kind is OrganisationKind.Government or OrganisationKind.Operator)
            || await db.StaffGrants.AnyAsync(g => g.AccountId == account.Id, cancellation);
        return new PasswordContext
        {
            Profile = isStaff ? PasswordProfile.Staff : PasswordProfile.Company,
            HasSecondFactor = account.TotpSecret is not null,
            OwnWords = [.. PasswordContext.WordsOf(account.DisplayName, account.Email ?? ""), .. organisations.Select(o => o.Name)]
        };
    }
}
