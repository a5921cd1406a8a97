using AngleSharp.Html.Parser;
using ScenarioPortal.Web;

namespace ScenarioPortal.IntegrationTests.Releases;

/// <summary>A released batch as its page shows it.</summary>
internal static class ReleasePage
{
    /// <summary>The table, headings first.</summary>
    public static async Task<IReadOnlyList<string[]>> RowsAsync(HttpClient browser, Guid batch) => RowsOf(await browser.GetStringAsync(Links.Release(batch)), "main table tr");

    public static IReadOnlyList<string[]> RowsOf(string html, string rows) =>
        [.. new HtmlParser().ParseDocument(html).QuerySelectorAll(rows).Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray())];
}
