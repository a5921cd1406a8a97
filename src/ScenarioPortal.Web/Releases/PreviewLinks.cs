using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ScenarioPortal.Web.Releases;

/// <summary>Secret addresses under which a batch can be read before it is released: sealed, so that nothing is stored, and good for two weeks.</summary>
internal sealed class PreviewLinks(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Good = TimeSpan.FromDays(14);

    private readonly IDataProtector _protector = protection.CreateProtector("batch-preview");

    public string For(Guid plan) => Links.ReleasePreview(_protector.Protect($"{plan:N}{(time.GetUtcNow() + Good).ToUnixTimeSeconds()}"));

    /// <summary>The plan that an address is for; null when the address is not ours or has run out.</summary>
    public Guid? PlanOf(string key)
    {
        try
        {
            var said = _protector.Unprotect(key);
            return time.GetUtcNow().ToUnixTimeSeconds() <= long.Parse(said.AsSpan(32), System.Globalization.CultureInfo.InvariantCulture) ? Guid.ParseExact(said.AsSpan(0, 32), "N") : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
