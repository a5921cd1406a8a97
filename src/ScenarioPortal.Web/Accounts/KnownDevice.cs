using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// A sealed cookie in browsers in which an account was signed in fully. Guesses from there are counted apart from those of strangers, so that
/// no stranger can make the owner wait. It lets nobody in.
/// </summary>
internal sealed class KnownDevice(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    public const string CookieName = "__Host-device";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("known-device").ToTimeLimitedDataProtector();

    public void Remember(string subject)
    {
        if (Of(subject) is null)
        {
            var value = _protector.Protect($"{SecretKey.Hash(subject)}{SecretKey.New()}", Kept);
            http.HttpContext!.Response.Cookies.Append(CookieName, value,
                new CookieOptions { Path = "/", Secure = true, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = Kept });
        }
    }

    /// <summary>The device, if it is known to this account.</summary>
    public string? Of(string subject)
    {
        try
        {
            return http.HttpContext?.Request.Cookies[CookieName] is { } cookie && _protector.Unprotect(cookie) is var device
                && device.StartsWith(SecretKey.Hash(subject), StringComparison.Ordinal) ? device : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
