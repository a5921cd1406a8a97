using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Workbooks;

/// <summary>What each column of an uploaded list means: by the names that are known, by the template, or as somebody decided.</summary>
public sealed partial class ListColumnTests(PortalDatabase database)
{
    [Fact]
    public async Task Columns_as_somebody_decided_them_are_remembered_for_the_next_sheet_of_that_shape()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        string[] header = ["应用场景名称", "场景简介", "难点", "备用名"];
        var upload = await unit.CheckedAsync(SheetFile.Of(header, ["巡查", "简介一", "夜里没人", "夜间巡查"]));
        var page = $"{Uploading.Page}/{upload.Id}";

        var answer = await unit.Browser.SubmitAsync(page,
        [
            new("Revision", $"{upload.Revision}"), .. header.Select(h => KeyValuePair.Create("Headers", h)),
            new("Fields", "Ignored"), new("Fields", "Description"), new("Fields", "AcceptanceCriteria"), new("Fields", "Title")
        ], $"{page}?handler=map");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await unit.WorkAsync();
        await unit.TakenAsync(await unit.LatestAsync());
        var need = await portal.ReadAsync(db => db.Opportunities.SingleAsync());
        Assert.Equal(("夜间巡查", "夜里没人"), (need.Title, need.AcceptanceCriteria));
        var next = await unit.CheckedAsync(SheetFile.Of([header[3], header[2], header[1], $"{header[0]}（必填）"], ["白天巡查", "白天也没人", "简介二", "别的"]));
        Assert.Equal("白天巡查", Assert.Single(await unit.RowsAsync(next, RowOutcome.Added)).Title);
        var other = await Uploading.BeginAsync(portal, name: "示范市水务局");
        Assert.Equal("巡查", Assert.Single(await other.RowsAsync(await other.CheckedAsync(SheetFile.Of(header, ["巡查", "简介一", "夜里没人", "夜间巡查"])), RowOutcome.Added)).Title);
    }

    [Fact]
    public async Task A_sheet_of_another_layout_is_read_and_the_page_says_what_each_column_was_taken_for()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);

        var upload = await unit.CheckedAsync(SheetFile.Of(
            ["示范市 2026 年应用场景征集表"], ["填报说明：一行一个场景，联系人写科室电话。"], [],
            ["序号", "建设内容", "处长意见", "项目名称", "所在区"],
            ["1", "夜里没人", "同意", "夜间巡查", "东城区"], ["2", "白天没人", "", "白天巡查", ""], ["3", "没有名称", "再议", "", ""]));

        Assert.Equal((UploadState.Checked, 2, 1), (upload.State, upload.Added, upload.Refused));
        var page = await unit.Browser.ReadAsync($"{Uploading.Page}/{upload.Id}");
        Assert.Equal(
            [("B", "建设内容", "场景简介"), ("C", "处长意见", "不导入"), ("D", "项目名称", "应用场景名称"), ("E", "所在区", "所属区域")],
            ColumnsIn(page).Where(c => c.Letter != "A"));
        Assert.Contains("第 7 行", page, StringComparison.Ordinal);
        Assert.Equal(["夜间巡查", "白天巡查"], (await unit.RowsAsync(upload, RowOutcome.Added)).Select(r => r.Title!));
    }

    [Fact]
    public async Task Two_columns_for_one_field_are_refused_and_what_was_chosen_stays()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        var upload = await unit.CheckedAsync(SheetFile.Of(SheetFile.Header, ["巡查", "简介", "", ""]));
        var page = $"{Uploading.Page}/{upload.Id}";

        var answer = await unit.Browser.SubmitAsync(page,
            [new("Revision", $"{upload.Revision}"), .. SheetFile.Header.Select(h => KeyValuePair.Create("Headers", h)), .. SheetFile.Header.Select(_ => KeyValuePair.Create("Fields", "Title"))], $"{page}?handler=map");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("“应用场景名称”只能对应一列", await answer.ReadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs", OrganisationKind.Government, "应用场景名称", "B")]
    [InlineData("capabilities", OrganisationKind.Company, "产品名称", "B")]
    public async Task A_template_that_was_filled_in_is_read_without_a_word(string list, OrganisationKind kind, string title, string column)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var own = await Uploading.BeginAsync(portal, kind);
        var template = await own.Browser.GetByteArrayAsync($"{Uploading.Page}/template/{list}", TestContext.Current.CancellationToken);
        using (var document = SpreadsheetDocument.Open(new MemoryStream(template), isEditable: false))
        {
            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        }

        var filled = Uploading.Edited(template, (sheet, part) =>
        {
            if (sheet.SheetId! == 1U)
            {
                Assert.Equal(title, SheetCells.Text(part, $"{column}1"));
                SheetCells.Set(part, $"{column}2", "夜间巡查");
                SheetCells.Set(part, "C2", "夜里没人");
            }
        });
        var upload = await own.TakenAsync(await own.CheckedAsync(filled));
        Assert.Equal((1, 0), (upload.Taken, upload.Refused));
    }

    /// <summary>Letter, header and chosen field of each column that the page asks about; without a choice the first of the list.</summary>
    private static IEnumerable<(string Letter, string Header, string Field)> ColumnsIn(string page) =>
        from part in page.Split("<label for=\"field-")[1..]
        let column = part[..part.IndexOf("</select>", StringComparison.Ordinal)]
        let heading = Heading().Match(column)
        let options = Option().Matches(column)
        let chosen = options.FirstOrDefault(o => o.Value.Contains(" selected", StringComparison.Ordinal)) ?? options[0]
        select (heading.Groups["letter"].Value, heading.Groups["header"].Value, chosen.Groups["field"].Value);

    [GeneratedRegex("""<span class="quiet">(?<letter>\w+)</span> <span lang="zh-CN">(?<header>[^<]+)</span>""")]
    private static partial Regex Heading();

    [GeneratedRegex("<option[^>]*>(?<field>[^<]+)<")]
    private static partial Regex Option();
}
