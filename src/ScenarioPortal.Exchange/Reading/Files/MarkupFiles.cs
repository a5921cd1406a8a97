namespace ScenarioPortal.Exchange.Reading.Files;

/// <summary>Web pages and XML that older systems send under the name .xls.</summary>
internal static class MarkupFiles
{
    /// <summary>What the text is, in words for <see cref="FileRefusals.OtherFormat"/>; absent when it is plain text.</summary>
    public static string? NameOf(string beginning)
    {
        if (beginning.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            return "网页格式的表格";
        }

        if (!beginning.StartsWith('<'))
        {
            return null;
        }

        return beginning.Contains("<html", StringComparison.OrdinalIgnoreCase) || beginning.Contains("<table", StringComparison.OrdinalIgnoreCase)
            || beginning.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || beginning.StartsWith("<meta", StringComparison.OrdinalIgnoreCase)
                ? "网页格式的表格"
                : " XML ";
    }
}
