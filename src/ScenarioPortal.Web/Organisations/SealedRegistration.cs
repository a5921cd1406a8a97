using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;

namespace ScenarioPortal.Web.Organisations;

/// <summary>The cookie in which a visitor keeps a registration until the mail address is proven: encrypted, for half an hour.</summary>
internal sealed class SealedRegistration(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private const string Name = "__Host-registration";
    private static readonly CookieOptions Options = new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly IDataProtector _protector = protection.CreateProtector("registration");

    public void Write(HttpResponse response, PendingRegistration pending) =>
        response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(pending, Json)), Options);

    public PendingRegistration? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { } sealedText)
        {
            return null;
        }

        try
        {
            var pending = JsonSerializer.Deserialize<PendingRegistration>(_protector.Unprotect(sealedText), Json);
            return pending?.Until > time.GetUtcNow() ? pending : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options);
}
