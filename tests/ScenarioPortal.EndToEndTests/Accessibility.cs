using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ScenarioPortal.EndToEndTests;

/// <summary>What axe has to say about a page. It runs in the page itself: the package's own way opens an empty page beside it each time, which takes longer than looking.</summary>
internal static class Accessibility
{
    /// <summary>What else may be other by night: the rest of a page is the same.</summary>
    private static readonly string[] OnlyColours = ["color-contrast", "link-in-text-block"];

    private static readonly Lazy<string> Axe = new(() =>
    {
        using var script = new StreamReader(typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return script.ReadToEnd();
    });

    private const string Run =
        """
        async ({ rules, rows }) => {
          const options = { resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }) };
          const messages = node => [...node.any, ...node.all, ...node.none].map(check => check.message).join('; ');
          const found = await axe.run(rows > 0 ? { exclude: [[`tbody > tr:nth-child(n + ${rows + 1})`]] } : document, options);
          return found.violations.flatMap(v => v.nodes.map(node => `${v.id} at ${node.target}: ${messages(node)}`));
        }
        """;

    /// <summary>dark: color-contrast at .meta > span: Element has insufficient color contrast of 4.1 …</summary>
    /// <param name="page">The page, open.</param>
    /// <param name="colours">By day everything is looked at, by night the colours.</param>
    /// <param name="rows">So many rows of each table, where the others have been looked at in another view; otherwise all.</param>
    public static async Task<IEnumerable<string>> ViolationsAsync(IPage page, Colours colours, int rows = 0)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = colours is Colours.Dark ? ColorScheme.Dark : ColorScheme.Light });
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe.Value);
        }

        var found = await page.EvaluateAsync<string[]>(Run, new { rules = colours is Colours.Dark ? OnlyColours : [], rows });
        return found.Select(violation => $"{colours}: {violation}");
    }
}
