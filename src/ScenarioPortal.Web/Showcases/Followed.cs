namespace ScenarioPortal.Web.Showcases;

/// <summary>That a working copy is to repeat a showcase: kept among its texts, and taken over by the need when it is handed in.</summary>
internal static class Followed
{
    /// <summary>With an identity of 32 characters just as long as the name of a field may be.</summary>
    private const string Prefix = "Follows:";

    public static string KeyOf(Guid demand) => $"{Prefix}{demand:N}";

    /// <summary>The joint demand behind what is written; null is none.</summary>
    public static Guid? In(IReadOnlyDictionary<string, string> texts) =>
        texts.Keys.FirstOrDefault(k => k.StartsWith(Prefix, StringComparison.Ordinal)) is { } key && Guid.TryParseExact(key[Prefix.Length..], "N", out var demand) ? demand : null;
}
