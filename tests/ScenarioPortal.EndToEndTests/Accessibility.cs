using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ScenarioPortal.EndToEndTests;

/// <summary>What axe has to say about a page.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Everything = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>What else may be other by night: the rest of a page is the same.</summary>
    private static readonly AxeRunOptions OnlyColours = new() { ResultTypes = [ResultType.Violations], RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    /// <summary>dark: color-contrast at .meta > span: Element has insufficient color contrast of 4.1 …</summary>
    public static async Task<IEnumerable<string>> ViolationsAsync(IPage page, Colours colours)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = colours is Colours.Dark ? ColorScheme.Dark : ColorScheme.Light });
        var found = await page.RunAxe(colours is Colours.Dark ? OnlyColours : Everything);
        return found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{colours}: {violation.Id} at {node.Target}: {Messages(node)}"));
    }

    private static string Messages(AxeResultNode node) =>
        string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message));
}
