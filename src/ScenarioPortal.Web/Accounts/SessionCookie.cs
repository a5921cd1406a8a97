namespace ScenarioPortal.Web.Accounts;

/// <summary>The cookie of a session: bound to this host, sent over TLS only, out of reach of scripts and of other sites' forms.</summary>
internal static class SessionCookie
{
    public const string Name = "__Host-session";
    private const int LongestKey = 100;

    private static readonly CookieOptions Options = new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };

    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and <= LongestKey } key ? key : null;

    public static void Write(HttpResponse response, string key) => response.Cookies.Append(Name, key, Options);

    public static void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options);
}
