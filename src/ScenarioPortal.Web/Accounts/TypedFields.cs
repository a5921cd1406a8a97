namespace ScenarioPortal.Web.Accounts;

/// <summary>What of a form may wait while its writer proves who they are: what is secret is typed again, and the token is another page's.</summary>
internal static class TypedFields
{
    private const string NeverKept = "Password";
    private const string Token = "__RequestVerificationToken";

    public static IEnumerable<KeyValuePair<string, string>> Of(IFormCollection form) => form
        .Where(f => f.Key != Token && !f.Key.Contains(NeverKept, StringComparison.OrdinalIgnoreCase))
        .SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, value ?? ""));
}
