using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Releases;

/// <summary>What a clerk sees who opens a file of a batch in the office program.</summary>
public sealed partial class LibreOfficeTests(PortalDatabase database)
{
    /// <summary>Texts that a careless file would break over.</summary>
    private static readonly string[] Warts =
    [
        "=HYPERLINK(\"https://evil.example\")", "逗号，\"引号\"；<b>不是标签</b> & 不是实体", "第一行\n第二行", "𠮷野家旁的巡查 🚁", "0012", "12-05", "1e5", "两个  空格", "很长的一句话。" + new string('长', 300)
    ];

    [Theory]
    [InlineData("xlsx", ListKind.Opportunities)]
    [InlineData("docx", ListKind.Opportunities)]
    [InlineData("xlsx", ListKind.Capabilities)]
    [InlineData("docx", ListKind.Capabilities)]
    public async Task It_opens_with_the_rows_of_the_page(string format, ListKind kind)
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(kind, string.Join('\n', Enumerable.Range(0, 60).Select(n => RowOf(kind, n))));
        var batch = await portal.ReadAsync(db => db.ListReleases.Select(r => r.Id).SingleAsync(TestContext.Current.CancellationToken));

        var read = await LibreOffice.ReadAsync(await portal.Browser().GetByteArrayAsync(Links.ReleaseDownload(batch, format), TestContext.Current.CancellationToken), $"list.{format}");

        var page = (await ReleasePage.RowsAsync(portal.Browser(), batch)).Select(Plain).ToList();
        Assert.Equal(61, page.Count);
        var rows = ReleasePage.RowsOf(read, "table tr").Select(Plain).SkipWhile(r => r != page[0]).Take(page.Count);
        Assert.Equal(page, rows);
    }

    private static string RowOf(ListKind kind, int number)
    {
        var wart = Warts[number % Warts.Length];
        return kind is ListKind.Opportunities
            ? JsonSerializer.Serialize(new { id = $"N{number}", title = $"{wart[..Math.Min(40, wart.Length)]} {number}", description = wart, publisher = $"示范单位{number}", region = "北京市海淀区", budget_wan = "80-120", deadline = "2026-12-31" })
            : JsonSerializer.Serialize(new { id = $"C{number}", title = $"{wart[..Math.Min(40, wart.Length)]} {number}", description = wart, company = $"示范企业{number}", field = "人工智能", trl = 8 });
    }

    /// <summary>A row as one text; where lines break and how wide a space is differs between a page and a sheet.</summary>
    private static string Plain(string[] cells) => string.Join(" | ", cells.Select(c => Space().Replace(c.TrimStart('\''), "")));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
