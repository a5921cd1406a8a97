using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ScenarioPortal.IntegrationTests.Rights.Matrix;
using ScenarioPortal.Web.Localisation;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Rights;

/// <summary>Holds docs/field-matrix.tsv against the pages of the running portal: who sees which field, masked or in full, and who changes it.</summary>
public sealed class FieldMatrixTests(PortalDatabase database)
{
    [Fact]
    public async Task Every_field_is_shown_masked_hidden_or_changed_as_the_matrix_says()
    {
        await using var portal = await PortalHost.StartAsync(database, services => services.ForMatrix());
        using var browser = new MatrixBrowser(portal);
        var world = await WorldBuilder.MakeAsync(portal);
        var rows = FieldMatrix.Read();
        List<string> wrong = [];

        foreach (var (row, cell) in rows.SelectMany(r => r.Cells.Select(c => (r, c))).OrderBy(x => x.c.Expected == "changes"))
        {
            var at = cell.Expected == "changes" ? await WorldBuilder.MakeAsync(portal) : world;
            if (await FoundAsync(browser, row, at.Actors[cell.Principal], at) is var found && found != cell.Expected)
            {
                wrong.Add($"{row} {cell.Principal}: {found} and not {cell.Expected}");
            }
        }

        await Console.Out.WriteLineAsync($"Field matrix: {rows.Count} fields, {rows.Sum(r => r.Cells.Count)} cells, {wrong.Count} wrong.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<string> FoundAsync(MatrixBrowser browser, FieldRow row, Actor actor, World world)
    {
        var answer = await browser.AskAsync(row.Page, actor, row.Page.PathIn(world), world);
        if (answer.Outcome != "200")
        {
            return "-";
        }

        var page = new HtmlParser().ParseDocument(answer.Body);
        if (ControlOf(page, row) is { } control && !control.HasAttribute("readonly"))
        {
            return await ChangesAsync(browser, row, control, actor, world) ? "changes" : "cannot be changed in its own form";
        }

        var (value, text) = (row.ValueIn(world), WebUtility.HtmlDecode(answer.Body));
        return text.Contains(value, StringComparison.Ordinal) ? "sees"
            : ContactMask.Masked(value) is var masked && masked != value && text.Contains(masked, StringComparison.Ordinal) ? "masked" : "hidden";
    }

    /// <summary>Sends the form with another value in this one field, and looks whether it stands there afterwards.</summary>
    private static async Task<bool> ChangesAsync(MatrixBrowser browser, FieldRow row, IElement control, Actor actor, World world)
    {
        var (path, changed) = (row.Page.PathIn(world), row.NewValueIn(world));
        var fields = control.Closest("form")!.QuerySelectorAll("input[name], textarea[name]").Where(i => i.GetAttribute("type") != "checkbox" && i.GetAttribute("name") is not "__RequestVerificationToken")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i == control ? changed : ValueOf(i)));
        var sent = await browser.SendAsync(path, actor, fields);
        var after = await browser.AskAsync(row.Page, actor, path, world);
        return sent.Outcome == "done" && ControlOf(new HtmlParser().ParseDocument(after.Body), row) is { } now && ValueOf(now) == changed;
    }

    private static IElement? ControlOf(IDocument page, FieldRow row) => row.Control is { } name ? page.QuerySelector($"form[method=post] [name='{name}']") : null;

    private static string ValueOf(IElement control) => control.GetAttribute("value") ?? control.TextContent.TrimStart('\n');
}
