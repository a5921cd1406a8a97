using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Releases;

public sealed partial class DownloadTests(PortalDatabase database)
{
    private const string Needs =
        """
        {"id":"N1","title":"本地话来电的听写与分派","publisher":"海淀区政务服务中心","region":"北京市海淀区","field":"政务服务","description":"每天约 4800 通来电，三成是方言。","budget_wan":"80-120","deadline":"2026-12-31"}
        {"id":"N2","title":"=HYPERLINK(\"https://evil.example\")","description":"一条什么都没有注明的机会。"}
        """;

    private const string Offer =
        """
        {"id":"C1","company":"听澜语音科技有限公司","field":"人工智能","title":"十一种方言的实时语音识别","description":"来电边听边写，方言听写字准率 91%。","trl":8}
        """;

    [Theory]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("csv", "text/csv; charset=utf-8")]
    [InlineData("json", "application/json; charset=utf-8")]
    public async Task Everybody_can_save_a_released_batch_under_its_title(string format, string contentType)
    {
        await using var portal = await WithBatchesAsync();
        var batch = await BatchAsync(portal, ListKind.Opportunities);

        var answer = await portal.Browser().GetAsync(Links.ReleaseDownload(batch.Id, format));

        Assert.Equal((HttpStatusCode.OK, contentType), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(
            ("attachment", $"2026年第一批场景机会清单.{format}", $"2026-01-opportunities.{format}"),
            (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Contains(batch.ContentHash!, answer.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.Equal((true, TimeSpan.FromHours(1)), (answer.Headers.CacheControl!.Public, answer.Headers.CacheControl.MaxAge));
        Assert.Contains("Cookie", answer.Headers.Vary);
    }

    [Theory]
    [InlineData(ListKind.Opportunities)]
    [InlineData(ListKind.Capabilities)]
    public async Task A_document_says_row_for_row_what_the_page_says(ListKind kind)
    {
        await using var portal = await WithBatchesAsync();
        var batch = await BatchAsync(portal, kind);

        var file = await portal.Browser().GetByteArrayAsync(Links.ReleaseDownload(batch.Id, "docx"));

        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var rows = document.MainDocumentPart!.Document!.Body!.Descendants<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToArray());
        Assert.Equal(await ReleasePage.RowsAsync(portal.Browser(), batch.Id), rows);
    }

    [Fact]
    public async Task A_workbook_and_a_table_are_read_back_as_the_rows_of_the_page()
    {
        await using var portal = await WithBatchesAsync();
        var batch = await BatchAsync(portal, ListKind.Opportunities);
        var page = (await ReleasePage.RowsAsync(portal.Browser(), batch.Id)).Skip(1).Select(r => (r[0], r[1], r[2], Stated(r[3]), Stated(r[4]), Stated(r[5]), Stated(r[7]))).ToList();

        foreach (var format in (string[])["xlsx", "csv"])
        {
            using var file = new MemoryStream(await portal.Browser().GetByteArrayAsync(Links.ReleaseDownload(batch.Id, format)));
            var read = await ListReader.OpportunitiesAsync(file, $"list.{format}").ToListAsync();

            Assert.Equal(page, read.OfType<ReadRow<OpportunityRow>>().Select(r => r.Row).Select(r =>
                (r.ExternalId!, r.Title.TrimStart('\''), r.Description, r.Publisher, r.Field, r.Region?.Name, r.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        }
    }

    [Fact]
    public async Task Open_data_names_things_as_the_interface_does()
    {
        await using var portal = await WithBatchesAsync();
        var batch = await BatchAsync(portal, ListKind.Capabilities);

        var rows = JsonDocument.Parse(await portal.Browser().GetStringAsync(Links.ReleaseDownload(batch.Id, "json"))).RootElement;

        var row = Assert.Single(rows.EnumerateArray());
        Assert.Equal(["id", "number", "title", "description", "organisation", "field", "trl"], row.EnumerateObject().Select(p => p.Name));
        Assert.Equal(batch.Items[0].SubjectId, row.GetProperty("id").GetGuid());
        Assert.Equal(("听澜语音科技有限公司", "TRL 8"), (row.GetProperty("organisation").GetProperty("name").GetString(), row.GetProperty("trl").GetString()));
    }

    [Fact]
    public async Task Headings_and_notes_are_in_the_readers_language()
    {
        await using var portal = await WithBatchesAsync();
        var batch = await BatchAsync(portal, ListKind.Opportunities);
        var english = portal.Browser();
        english.DefaultRequestHeaders.Add("Cookie", "__Host-lang=en");

        var lines = (await english.GetStringAsync(Links.ReleaseDownload(batch.Id, "csv"))).Split("\r\n");
        using var document = WordprocessingDocument.Open(new MemoryStream(await english.GetByteArrayAsync(Links.ReleaseDownload(batch.Id, "docx"))), isEditable: false);

        Assert.EndsWith("\"Number\",\"Scenario\",\"What is needed\",\"Publisher\",\"Field\",\"Region\",\"Budget\",\"Closes\"", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("\"Not stated\",\"Not stated\",\"Not stated\",\"Not stated\"", lines[2], StringComparison.Ordinal);
        Assert.Equal("Annex", document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First().InnerText);
        Assert.Equal(await ReleasePage.RowsAsync(english, batch.Id), document.MainDocumentPart.Document.Body.Descendants<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToArray()));
    }

    [Fact]
    public async Task Who_has_the_file_is_not_sent_it_again_unless_in_another_language()
    {
        await using var portal = await WithBatchesAsync();
        var address = Links.ReleaseDownload((await BatchAsync(portal, ListKind.Opportunities)).Id, "xlsx");
        var browser = portal.Browser();
        var first = await browser.GetAsync(address);
        browser.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        var again = await browser.GetAsync(address);
        browser.DefaultRequestHeaders.Add("Cookie", "__Host-lang=en");
        var inEnglish = await browser.GetAsync(address);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, inEnglish.StatusCode));
        Assert.Equal((0, first.Headers.ETag), ((await again.Content.ReadAsByteArrayAsync()).Length, again.Headers.ETag));
        Assert.Null(inEnglish.Headers.Age);
    }

    [Fact]
    public async Task A_file_is_not_kept_in_memory_and_asking_only_for_its_head_writes_none()
    {
        await using var portal = await WithBatchesAsync();
        var address = Links.ReleaseDownload((await BatchAsync(portal, ListKind.Opportunities)).Id, "csv");
        await portal.Browser().GetAsync(address);

        var second = await portal.Browser().GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        var head = await portal.Browser().SendAsync(request);

        Assert.Null(second.Headers.Age);
        Assert.Equal((HttpStatusCode.OK, second.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_batch_in_the_making_an_absent_one_and_an_unknown_format_are_refused_alike()
    {
        await using var portal = await WithBatchesAsync();
        var released = await BatchAsync(portal, ListKind.Opportunities);
        var drafting = new ListRelease(ListKind.Opportunities, 2026, 2, "还在编制的批次");
        drafting.Add(released.Items[0].SubjectId, released.Items[0].Content);
        await portal.SaveAsync(drafting);

        var absent = await RefusalAsync(portal, Links.ReleaseDownload(Guid.CreateVersion7(), "xlsx"));

        Assert.Equal(HttpStatusCode.NotFound, absent.Status);
        foreach (var address in (string[])
        [
            .. ((string[])["xlsx", "docx", "csv", "json"]).Select(f => Links.ReleaseDownload(drafting.Id, f)),
            Links.ReleaseDownload(released.Id, "pdf"), Links.ReleaseDownload(released.Id, "XLSX"), Links.ReleaseDownload(released.Id, "xlsx.exe")
        ])
        {
            Assert.Equal(absent, await RefusalAsync(portal, address));
        }
    }

    [Fact]
    public async Task The_page_leads_to_every_file()
    {
        await using var portal = await WithBatchesAsync();
        var batch = await BatchAsync(portal, ListKind.Capabilities);

        var page = new HtmlParser().ParseDocument(await portal.Browser().GetStringAsync(Links.Release(batch.Id)));

        Assert.Equal(
            ((string[])["xlsx", "docx", "csv", "json"]).Select(f => Links.ReleaseDownload(batch.Id, f)),
            page.QuerySelectorAll("main details a[download]").Select(a => a.GetAttribute("href")));
    }

    private static string? Stated(string cell) => cell is "未注明" or "" ? null : cell;

    private static Task<ListRelease> BatchAsync(PortalHost portal, ListKind kind) => portal.ReadAsync(db => db.ListReleases.AsNoTracking().SingleAsync(r => r.Kind == kind));

    /// <summary>All that an outsider sees of it but the number by which it stands in the log, and the address itself.</summary>
    private static async Task<(HttpStatusCode Status, string? Type, string Headers, string Text)> RefusalAsync(PortalHost portal, string address)
    {
        var answer = await portal.Browser().GetAsync(address);
        var text = Reference().Replace(await answer.Content.ReadAsStringAsync(), "").Replace(address, "", StringComparison.Ordinal);
        var headers = string.Join('\n', answer.Headers.Where(h => h.Key is not ("X-Request-Id" or "Date")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal));
        return (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), headers, text);
    }

    private async Task<PortalHost> WithBatchesAsync()
    {
        var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Needs);
        await portal.ImportAsync(ListKind.Capabilities, Offer);
        return portal;
    }

    [GeneratedRegex("""<span class="code">[^<]{6,}</span>""")]
    private static partial Regex Reference();
}
