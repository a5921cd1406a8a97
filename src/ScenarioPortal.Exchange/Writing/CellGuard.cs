namespace ScenarioPortal.Exchange.Writing;

/// <summary>Keeps text that somebody typed from becoming a formula when a list is opened in a spreadsheet.</summary>
public static class CellGuard
{
    private const string Starts = "=+-@＝＋－＠\t\r\n|%";

    /// <summary>
    /// The text itself, or with an apostrophe before it when a spreadsheet might compute it: when it begins with one of the signs of a formula,
    /// also after spaces of any kind, which spreadsheets take away.
    /// </summary>
    public static string Text(string text)
    {
        var first = text.AsSpan().TrimStart(Skipped);
        return (text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal)) || (first.Length > 0 && Starts.Contains(first[0], StringComparison.Ordinal))
            ? $"'{text}" : text;
    }

    /// <summary>White space, and signs without width.</summary>
    private static ReadOnlySpan<char> Skipped => " \u00a0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2060\ufeff\0\v\f\"'";
}
