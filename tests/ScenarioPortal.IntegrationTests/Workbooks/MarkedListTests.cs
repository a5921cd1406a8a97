using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Workbooks;

/// <summary>A list comes back as it was sent, with red cells and a column of reasons, and is taken when it has been put right.</summary>
public sealed class MarkedListTests(PortalDatabase database)
{
    [Fact]
    public async Task A_real_list_comes_back_marked_and_the_second_upload_takes_exactly_the_corrected_rows()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        var list = SheetCells.Own(Uploading.Demonstration("city-needs.xlsx"), unit.Organisation.Name);
        var wrong = new HashSet<(string Sheet, int Row)>();
        var sent = Uploading.Edited(list, (sheet, part) => Spoil(sheet, part, wrong));

        var first = await unit.CheckedAsync(sent, "市级清单.xlsx");

        Assert.Equal((UploadState.Checked, wrong.Count), (first.State, first.Refused));
        Assert.InRange(first.Refused, first.Rows / 20, first.Rows / 5);
        Assert.Equal(0, await portal.ReadAsync(db => db.Opportunities.CountAsync()));
        first = await unit.TakenAsync(first);
        Assert.Equal((UploadState.Done, first.Added), (first.State, first.Taken));
        Assert.All(await portal.ReadAsync(db => db.Opportunities.ToListAsync()), o => Assert.Equal((OpportunityStatus.Submitted, unit.Organisation.Id), (o.Status, o.PublisherId)));
        Assert.Equal(first.Taken, await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.Verdict == null && s.SubmittedBy == unit.Editor.Id)));
        Assert.Equal(first.Taken, await portal.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "submission.make" && a.Actor == $"account:{unit.Editor.Id}")));

        var marked = await unit.MarkedAsync(first);
        Assert.Equal(wrong, SheetCells.Reasons(marked).Select(r => (r.Sheet, r.Row)).ToHashSet());
        Assert.Equal(Parts(sent).Order(), Parts(marked).Order());
        var corrected = Uploading.Edited(marked, (sheet, part) => Correct(sheet, part, wrong));

        var second = await unit.TakenAsync(await unit.CheckedAsync(corrected, "市级清单-标红.xlsx"));

        Assert.Equal((wrong.Count, first.Taken, 0, wrong.Count), (second.Added, second.Unchanged, second.Refused, second.Taken));
        Assert.Equal(first.Rows, await portal.ReadAsync(db => db.Opportunities.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await unit.Browser.GetAsync($"{Uploading.Page}/{second.Id}/marked", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Only_cells_at_fault_are_red_and_the_red_goes_when_they_are_put_right()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        var sent = Uploading.Edited(SheetCells.Own(Uploading.Demonstration("low-altitude-needs.xlsx"), unit.Organisation.Name), (_, part) =>
        {
            SheetCells.Set(part, "C5", "");
            SheetCells.Set(part, "C6", new string('长', 201));
        });

        var marked = await unit.MarkedAsync(await unit.CheckedAsync(sent));

        Assert.Equal(["C5", "C6"], SheetCells.Red(marked).Order());
        Assert.All(SheetCells.Reasons(marked), r => Assert.Equal("G", r.Column));
        var half = Uploading.Edited(marked, (_, part) => SheetCells.Set(part, "C5", "补上的名称"));
        var again = await unit.MarkedAsync(await unit.CheckedAsync(half));
        Assert.Equal(["C6"], SheetCells.Red(again));
        Assert.Equal(("G", 6), Assert.Single(SheetCells.Reasons(again).Select(r => (r.Column, r.Row))));
    }

    [Fact]
    public async Task A_csv_comes_back_as_a_workbook_with_the_same_rows()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Uploading.BeginAsync(portal, OrganisationKind.Company, "示范科技有限公司");
        var upload = await company.CheckedAsync(Encoding.UTF8.GetBytes("产品名称,能力概述,技术成熟度\n巡查机器人,夜里自己走,8\n,没有名称,7\n=1+1,公式样的名称,5\n"), "能力.csv");
        Assert.Equal((2, 1), (upload.Added, upload.Refused));

        var marked = await company.MarkedAsync(upload);

        Assert.Equal((3, "D"), Assert.Single(SheetCells.Reasons(marked).Select(r => (r.Row, r.Column))));
        Assert.Equal(["A3"], SheetCells.Red(marked));
        var second = await company.TakenAsync(await company.CheckedAsync(Uploading.Edited(marked, (_, part) => SheetCells.Set(part, "A3", "补上的名称"))));
        Assert.Equal((3, 0), (second.Taken, second.Refused));
        Assert.Contains("=1+1", await portal.ReadAsync(db => db.Capabilities.Where(c => c.Status == CapabilityStatus.Submitted).Select(c => c.Title).ToListAsync()));
    }

    /// <summary>Every tenth row loses its name.</summary>
    private static void Spoil(Sheet sheet, WorksheetPart part, HashSet<(string, int)> wrong)
    {
        foreach (var row in Data(part).Where((_, at) => at % 10 == 4))
        {
            SheetCells.Set(part, $"B{row.RowIndex}", "");
            wrong.Add((sheet.Name!, (int)row.RowIndex!.Value));
        }
    }

    private static void Correct(Sheet sheet, WorksheetPart part, HashSet<(string Sheet, int Row)> wrong)
    {
        foreach (var (_, row) in wrong.Where(w => w.Sheet == sheet.Name!))
        {
            SheetCells.Set(part, $"B{row}", $"补上的名称 {sheet.Name} {row}");
        }
    }

    private static IEnumerable<Row> Data(WorksheetPart part) => part.Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>()
        .Where(r => r.Elements<Cell>().FirstOrDefault()?.InnerText is { } serial && int.TryParse(serial, CultureInfo.InvariantCulture, out _));

    private static IEnumerable<string> Parts(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return [.. zip.Entries.Select(e => e.FullName)];
    }
}
