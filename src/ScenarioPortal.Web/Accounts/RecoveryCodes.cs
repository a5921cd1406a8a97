using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Codes to write down, each of which stands in once for a lost second factor. The portal keeps only their hashes.</summary>
internal static class RecoveryCodes
{
    public const int Count = 8;
    private const int CodeBytes = 10;
    private const int HashBytes = 32;

    /// <summary>Replaces the codes of an account; the new ones are told once, now.</summary>
    public static async Task<IReadOnlyList<string>> ReplaceAsync(PortalDbContext db, Guid accountId, CancellationToken cancellation)
    {
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == accountId).ToListAsync(cancellation));
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => New())];
        db.AddRange(codes.Select(code => new RecoveryCode(accountId, Hash(accountId, code))));
        return codes;
    }

    /// <summary>Whether it was one of the account's, not used yet. It is used now.</summary>
    public static async Task<bool> UseAsync(PortalDbContext db, Guid accountId, string code, DateTimeOffset now, CancellationToken cancellation)
    {
        var hash = Hash(accountId, code);
        return await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.Hash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), cancellation) == 1;
    }

    private static string New() => string.Join('-', Base32.Encode(RandomNumberGenerator.GetBytes(CodeBytes)).Chunk(4).Select(c => new string(c)));

    /// <summary>Slow, and salted with the account: the codes are shorter than keys that only machines handle.</summary>
    private static string Hash(Guid accountId, string code)
    {
        var typed = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(typed), accountId.ToByteArray(), PasswordKeeper.Rounds, HashAlgorithmName.SHA512, HashBytes));
    }
}
