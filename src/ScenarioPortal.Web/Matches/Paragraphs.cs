namespace ScenarioPortal.Web.Matches;

internal static class Paragraphs
{
    /// <summary>The texts that are there, one paragraph each.</summary>
    public static string Joined(params ReadOnlySpan<string?> texts)
    {
        List<string> stated = [];
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                stated.Add(text);
            }
        }

        return string.Join('\n', stated);
    }
}
