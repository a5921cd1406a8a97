namespace ScenarioPortal.Web.Pages.Shared;

internal static class Prose
{
    /// <summary>A text from a list, one paragraph a line.</summary>
    public static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
