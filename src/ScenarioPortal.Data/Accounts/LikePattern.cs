namespace ScenarioPortal.Data.Accounts;

/// <summary>A text as LIKE and ILIKE take it literally: with ILIKE, mail addresses are the same whatever their case.</summary>
public static class LikePattern
{
    public static string Of(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
