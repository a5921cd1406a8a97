using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Workbooks;

/// <summary>A list comes in as a workbook: checked, taken for review, and given back with what is wrong.</summary>
public sealed class WorkbookTests(PortalDatabase database)
{
    private static readonly string[] Header = ["应用场景名称", "场景简介", "所属区域", "截止日期"];

    [Fact]
    public async Task A_real_list_comes_back_marked_and_the_second_upload_takes_exactly_the_corrected_rows()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        var list = Own(Uploading.Demonstration("city-needs.xlsx"), unit.Organisation.Name);
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
        Assert.Equal(wrong, Reasons(marked).Select(r => (r.Sheet, r.Row)).ToHashSet());
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
        var sent = Uploading.Edited(Own(Uploading.Demonstration("low-altitude-needs.xlsx"), unit.Organisation.Name), (_, part) =>
        {
            Set(part, "C5", "");
            Set(part, "C6", new string('长', 201));
        });

        var marked = await unit.MarkedAsync(await unit.CheckedAsync(sent));

        Assert.Equal(["C5", "C6"], Red(marked).Order());
        Assert.All(Reasons(marked), r => Assert.Equal("G", r.Column));
        var half = Uploading.Edited(marked, (_, part) => Set(part, "C5", "补上的名称"));
        var again = await unit.MarkedAsync(await unit.CheckedAsync(half));
        Assert.Equal(["C6"], Red(again));
        Assert.Equal(("G", 6), Assert.Single(Reasons(again).Select(r => (r.Column, r.Row))));
    }

    [Fact]
    public async Task A_csv_comes_back_as_a_workbook_with_the_same_rows()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Uploading.BeginAsync(portal, OrganisationKind.Company, "示范科技有限公司");
        var upload = await company.CheckedAsync(Encoding.UTF8.GetBytes("产品名称,能力概述,技术成熟度\n巡查机器人,夜里自己走,8\n,没有名称,7\n=1+1,公式样的名称,5\n"), "能力.csv");
        Assert.Equal((2, 1), (upload.Added, upload.Refused));

        var marked = await company.MarkedAsync(upload);

        Assert.Equal((3, "D"), Assert.Single(Reasons(marked).Select(r => (r.Row, r.Column))));
        Assert.Equal(["A3"], Red(marked));
        var second = await company.TakenAsync(await company.CheckedAsync(Uploading.Edited(marked, (_, part) => Set(part, "A3", "补上的名称"))));
        Assert.Equal((3, 0), (second.Taken, second.Refused));
        Assert.Contains("=1+1", await portal.ReadAsync(db => db.Capabilities.Where(c => c.Status == CapabilityStatus.Submitted).Select(c => c.Title).ToListAsync()));
    }

    [Theory]
    [InlineData(OrganisationKind.Government, "应用场景名称,场景简介,所属区域\n夜间巡查,夜里没人,东城区\n白天巡查,白天没人,\n")]
    [InlineData(OrganisationKind.Company, "产品名称,能力概述,所属区\n夜间巡查,自己走,东城区\n白天巡查,自己走,\n")]
    public async Task A_row_that_nobody_would_review_is_refused(OrganisationKind kind, string rows)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var uploading = await Uploading.BeginAsync(portal, kind, "没有区域的单位", region: null);

        var upload = await uploading.CheckedAsync(Encoding.UTF8.GetBytes(rows), "清单.csv");
        var taken = await uploading.TakenAsync(upload);

        Assert.Equal((1, 1, 1), (upload.Added, upload.Refused, taken.Taken));
        Assert.Contains("平台不知道该由哪里审核", await (await uploading.Browser.GetAsync($"{Uploading.Page}/{upload.Id}")).ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("110101", (await portal.ReadAsync(db => db.Submissions.SingleAsync())).RegionCode);
    }

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
    public async Task Two_columns_for_one_field_are_refused_and_what_was_chosen_stays()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        var upload = await unit.CheckedAsync(SheetFile.Of(Header, ["巡查", "简介", "", ""]));
        var page = $"{Uploading.Page}/{upload.Id}";

        var answer = await unit.Browser.SubmitAsync(page,
            [new("Revision", $"{upload.Revision}"), .. Header.Select(h => KeyValuePair.Create("Headers", h)), .. Header.Select(_ => KeyValuePair.Create("Fields", "Title"))], $"{page}?handler=map");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("“应用场景名称”只能对应一列", await answer.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_the_sheet_says_rows_are_the_own_organisations_and_others_are_refused()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.SaveAsync(new Organisation("示范市水务局", OrganisationKind.Government));
        var unit = await Uploading.BeginAsync(portal);

        var upload = await unit.CheckedAsync(SheetFile.Of(["应用场景名称", "场景简介", "发布单位"], ["一", "甲", "示范市水务局"], ["二", "乙", " 示范市 民政局"], ["三", "丙", ""], ["二", "重复", ""]));

        Assert.Equal((2, 2), (upload.Added, upload.Refused));
        var refused = await unit.RowsAsync(upload, RowOutcome.Refused);
        Assert.Equal([("C", "示范市水务局"), ("A", "二")], refused.Select(r => (r.Faults[0].Letter!, r.Faults[0].Value!)));
        Assert.Contains("不是本单位“示范市民政局”", await unit.Browser.ReadAsync($"{Uploading.Page}/{upload.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_is_unchanged_and_what_is_in_review_is_not_overwritten()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        string[] header = ["外部编号", .. Header];
        await unit.TakenAsync(await unit.CheckedAsync(SheetFile.Of(header, ["甲-1", "一", "甲", "东城区", "2027-01-31"], ["", "二", "乙", "", ""])));

        var upload = await unit.CheckedAsync(SheetFile.Of(header, ["甲-1", "一", "甲", "东城区", "2027-01-31"], ["", "二", "乙", "", ""], ["甲-1x", "二", "别的", "", ""], ["", "二 ", "改过", "", ""]));

        Assert.Equal((1, 2, 1), (upload.Added, upload.Unchanged, upload.Refused));
        Assert.Contains("重复", Assert.Single(await unit.RowsAsync(upload, RowOutcome.Refused)).Faults[0].Reason.Template, StringComparison.Ordinal);
        var changed = await unit.CheckedAsync(SheetFile.Of(header, ["甲-1", "一", "改了说法", "", ""]));
        Assert.Equal((0, 1), (changed.Changed, changed.Refused));
        Assert.Contains("已提交或已公开", await unit.Browser.ReadAsync($"{Uploading.Page}/{changed.Id}"), StringComparison.Ordinal);
        var other = await Uploading.BeginAsync(portal, name: "示范市水务局");
        Assert.Equal(1, (await other.CheckedAsync(SheetFile.Of(header, ["甲-1", "一", "甲", "", ""]))).Refused);
    }

    [Fact]
    public async Task Work_that_broke_off_goes_on_after_a_restart_and_takes_no_row_twice()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        string[][] rows = [.. Enumerable.Range(1, 600).Select(i => new[] { $"场景{i}", $"简介{i}", "", "" })];
        await unit.TakenAsync(await unit.CheckedAsync(SheetFile.Of([Header, .. rows[..250]])));
        var upload = await unit.CheckedAsync(SheetFile.Of([Header, .. rows]));
        await ChangeAsync(portal, upload.Id, "UPDATE workbook_uploads SET state = 'Checking', added = 17, fraction = 0.3, tries = 1 WHERE id = {0}");

        await unit.WorkAsync();

        upload = await unit.LatestAsync();
        Assert.Equal((UploadState.Checked, 350, 250), (upload.State, upload.Added, upload.Unchanged));
        Assert.Equal(600, await portal.ReadAsync(db => db.UploadedRows.CountAsync(r => r.UploadId == upload.Id)));
        await ChangeAsync(portal, upload.Id, "UPDATE workbook_uploads SET state = 'Taking', tries = 1 WHERE id = {0}");
        await unit.WorkAsync();
        await ChangeAsync(portal, upload.Id, "UPDATE workbook_uploads SET state = 'Taking', tries = 1 WHERE id = {0}");
        await unit.WorkAsync();
        upload = await unit.LatestAsync();
        Assert.Equal((UploadState.Done, 350), (upload.State, upload.Taken));
        Assert.Equal(600, await portal.ReadAsync(db => db.Opportunities.CountAsync()));
        await ChangeAsync(portal, upload.Id, "UPDATE workbook_uploads SET state = 'Checking', tries = 10 WHERE id = {0}");
        await unit.WorkAsync();
        Assert.Equal(UploadState.Failed, (await unit.LatestAsync()).State);
    }

    [Fact]
    public async Task Twenty_thousand_rows_with_five_hundred_wrong_are_told_page_by_page()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        var rows = Enumerable.Range(1, 20_000).Select(i => new[] { i % 40 == 0 ? "" : $"场景{i}", $"第 {i} 条的简介", "", "" });

        var upload = await unit.CheckedAsync(SheetFile.Of([Header, .. rows]));

        Assert.Equal((19_500, 500), (upload.Added, upload.Refused));
        var page = await unit.Browser.ReadAsync($"{Uploading.Page}/{upload.Id}");
        Assert.Contains("显示第 1–200 行，共 500 行", page, StringComparison.Ordinal);
        Assert.Contains("显示第 401–500 行，共 500 行", await unit.Browser.ReadAsync($"{Uploading.Page}/{upload.Id}?show=Refused&from=3"), StringComparison.Ordinal);
        Assert.Equal(500, Reasons(await unit.MarkedAsync(upload)).Count);
    }

    [Fact]
    public async Task What_is_no_list_is_told_in_one_sentence_at_its_field()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        (byte[] Content, string Name, string Sentence)[] files =
        [
            (Encoding.UTF8.GetBytes("%PDF-1.7 不是表格"), "清单.xlsx", "这不是能导入的表格"),
            ([], "清单.xlsx", "文件是空的"),
            (Encrypted(), "清单.xlsx", "文件设了密码"),
            (Bomb(), "清单.xlsx", "文件解压后过大"),
            (SheetFile.Of(["甲", "乙"], ["1", "2"]), "清单.xlsx", "没有找到认得的表头"),
            (SheetFile.Of(["产品名称", "公司名称", "能力概述", "技术成熟度"], ["1", "2", "3", "4"]), "清单.xlsx", "这张表看起来是能力清单"),
            (Encoding.UTF8.GetBytes("{\"title\":\"一\",\"description\":\"甲\"}"), "清单.jsonl", "请上传 .xlsx、.xls 或 .csv 文件")
        ];

        foreach (var (content, name, sentence) in files)
        {
            var answer = await unit.SendAsync(content, name);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(sentence, await answer.ReadAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await portal.ReadAsync(db => db.StoredFiles.CountAsync()));
        var empty = await unit.CheckedAsync(SheetFile.Of(Header));
        Assert.Equal(UploadState.Failed, empty.State);
        Assert.Contains("表头下面没有内容", await unit.Browser.ReadAsync($"{Uploading.Page}/{empty.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_is_its_organisations_alone_and_readers_only_look()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        var upload = await unit.CheckedAsync(SheetFile.Of(Header, ["一", "甲", "", ""], ["", "乙", "", ""]));
        var page = $"{Uploading.Page}/{upload.Id}";
        var other = await Uploading.BeginAsync(portal, name: "示范市水务局");
        var readerAccount = portal.NewAccount("reader");
        await portal.SaveAsync(readerAccount, new Membership(unit.Organisation.Id, readerAccount.Id, MemberRole.Reader, portal.Clock.GetUtcNow()));
        var reader = await portal.SignedInAsync(readerAccount);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.GetAsync($"{page}/marked")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.SubmitAsync(Uploading.Page, [new("Revision", $"{upload.Revision}")], $"{page}?handler=take")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{page}/marked")).StatusCode);
        Assert.DoesNotContain("handler=take", await reader.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_no_longer_write_for_the_organisation_has_nothing_taken()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        await unit.SendAsync(SheetFile.Of(Header, ["一", "甲", "", ""]));
        await portal.ReadAsync(db => db.Memberships.Where(m => m.AccountId == unit.Editor.Id).ExecuteDeleteAsync());

        await unit.WorkAsync();

        Assert.Equal((UploadState.Failed, "上传的人已不能替本单位填写，所以没有处理。请单位的编辑重新上传。"), ((await unit.LatestAsync()).State, (await unit.LatestAsync()).Failure!.Template));
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
                Assert.Equal(title, Text(part, $"{column}1"));
                Set(part, $"{column}2", "夜间巡查");
                Set(part, "C2", "夜里没人");
            }
        });
        var upload = await own.TakenAsync(await own.CheckedAsync(filled));
        Assert.Equal((1, 0), (upload.Taken, upload.Refused));
    }

    private static Task<int> ChangeAsync(PortalHost portal, Guid id, string sql) => portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, id));

    /// <summary>The publisher's column says this name in every row.</summary>
    private static byte[] Own(byte[] workbook, string name) => Uploading.Edited(workbook, (_, part) =>
    {
        var rows = part.Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>().ToList();
        var header = rows.First(r => r.Elements<Cell>().Count() > 3 && r.Elements<Cell>().Any(c => Is(c, "单位")));
        var column = Letter(header.Elements<Cell>().First(c => Is(c, "单位")));
        foreach (var row in rows.Where(r => r.RowIndex! > header.RowIndex! && r.Elements<Cell>().Count(c => c.InnerText.Length > 0) > 3))
        {
            Set(part, $"{column}{row.RowIndex}", name);
        }

        static bool Is(Cell cell, string word) => cell.InnerText.Contains(word, StringComparison.Ordinal) && cell.InnerText.Length < 12;
    });

    /// <summary>Every tenth row loses its name.</summary>
    private static void Spoil(Sheet sheet, WorksheetPart part, HashSet<(string, int)> wrong)
    {
        foreach (var row in Data(part).Where((_, at) => at % 10 == 4))
        {
            Set(part, $"B{row.RowIndex}", "");
            wrong.Add((sheet.Name!, (int)row.RowIndex!.Value));
        }
    }

    private static void Correct(Sheet sheet, WorksheetPart part, HashSet<(string Sheet, int Row)> wrong)
    {
        foreach (var (_, row) in wrong.Where(w => w.Sheet == sheet.Name!))
        {
            Set(part, $"B{row}", $"补上的名称 {sheet.Name} {row}");
        }
    }

    private static IEnumerable<Row> Data(WorksheetPart part) => part.Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>()
        .Where(r => r.Elements<Cell>().FirstOrDefault()?.InnerText is { } serial && int.TryParse(serial, CultureInfo.InvariantCulture, out _));

    private static void Set(WorksheetPart part, string reference, string text)
    {
        var number = uint.Parse(string.Concat(reference.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        var data = part.Worksheet!.GetFirstChild<SheetData>()!;
        var row = data.Elements<Row>().FirstOrDefault(r => r.RowIndex! == number) ?? data.AppendChild(new Row { RowIndex = number });
        var cell = row.Elements<Cell>().FirstOrDefault(c => c.CellReference == reference);
        if (cell is null)
        {
            cell = new Cell { CellReference = reference };
            row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(c => string.CompareOrdinal(c.CellReference, reference) > 0));
        }

        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(text)));
    }

    private static string Text(WorksheetPart part, string reference) => part.Worksheet!.Descendants<Cell>().Single(c => c.CellReference == reference).InnerText;

    private static string Letter(Cell cell) => string.Concat(cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter));

    /// <summary>What stands in the column 原因, row by row.</summary>
    private static List<(string Sheet, int Row, string Column, string Text)> Reasons(byte[] workbook)
    {
        List<(string, int, string, string)> found = [];
        Uploading.Edited(workbook, (sheet, part) =>
        {
            var cells = part.Worksheet!.Descendants<Cell>().ToList();
            if (cells.SingleOrDefault(c => c.InnerText == "原因") is { } heading)
            {
                var row = ((Row)heading.Parent!).RowIndex!.Value;
                found.AddRange(cells.Where(c => Letter(c) == Letter(heading) && ((Row)c.Parent!).RowIndex! > row && c.InnerText.Length > 0)
                    .Select(c => (sheet.Name!.Value!, (int)((Row)c.Parent!).RowIndex!.Value, Letter(c), c.InnerText)));
            }
        });
        return found;
    }

    /// <summary>The red cells.</summary>
    private static List<string> Red(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Where(e => e.Part is WorksheetPart || (e.Part is WorkbookStylesPart && !e.Path!.XPath.Contains("x:fonts", StringComparison.Ordinal))).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var red = styles.CellFormats!.Elements<CellFormat>().Index()
            .Where(f => styles.Fills!.Elements<Fill>().ElementAt((int)(f.Item.FillId?.Value ?? 0)).PatternFill?.ForegroundColor?.Rgb?.Value == "FFFFC7CE").Select(f => (uint)f.Index).ToHashSet();
        return [.. document.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => red.Contains(c.StyleIndex?.Value ?? 0)).Select(c => c.CellReference!.Value!)];
    }

    private static IEnumerable<string> Parts(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    /// <summary>As Excel writes a workbook with a password: a container with one encrypted stream.</summary>
    private static byte[] Encrypted()
    {
        var file = new byte[4096];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        var name = Encoding.Unicode.GetBytes("EncryptedPackage\0");
        name.CopyTo(file, 1024);
        (file[1024 + 64], file[1024 + 66]) = ((byte)name.Length, 2);
        return file;
    }

    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        file.Write(SheetFile.Of(Header, ["一", "甲", "", ""]));
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/media/picture.bin", System.IO.Compression.CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 32; i++)
            {
                entry.Write(zeros);
            }
        }

        return file.ToArray();
    }
}
