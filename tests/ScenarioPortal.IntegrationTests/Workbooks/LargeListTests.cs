using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Web.Privacy;
using ScenarioPortal.Web.Workbooks;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Workbooks;

/// <summary>Lists of thousands of rows: worked on in batches, told page by page, and taken once whatever happens in between.</summary>
public sealed class LargeListTests(PortalDatabase database)
{
    private const int RowsAtOnce = 250;

    /// <summary>However many rows there are in it.</summary>
    private const int CommandsForBatch = 12;

    [Fact]
    public async Task Twenty_thousand_rows_are_handed_in_each_once_though_the_work_broke_off_on_the_way()
    {
        const int Many = 20_000;
        const int BatchesBefore = 20;
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Uploading.BeginAsync(portal, OrganisationKind.Company, "示范科技有限公司");
        var rows = Enumerable.Range(1, Many).Select(i => new[] { $"{i}", $"巡查机器人{i}型", $"夜里自己走完 {i} 公里，遇到情况回传。", "8", "毫米波雷达、边缘计算" });
        await company.SendAsync(SheetFile.Of([["外部编号", "产品名称", "能力概述", "技术成熟度", "关键技术"], .. rows]));
        using (var checking = new DatabaseWork(portal))
        {
            await company.WorkAsync();
            Assert.InRange(checking.Commands, 1, CommandsForBatch * Many / RowsAtOnce);
        }

        var upload = await company.LatestAsync();
        Assert.Equal((UploadState.Checked, Many, 0), (upload.State, upload.Added, upload.Refused));
        Assert.Equal(0, await portal.ReadAsync(db => db.Capabilities.CountAsync()));
        await company.TakeAsync(upload);
        using (var broken = new CancellationTokenSource())
        using (var taking = new DatabaseWork(portal) { Committed = batches => Break(broken, batches == BatchesBefore) })
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => company.WorkAsync(broken.Token));
            Assert.InRange(taking.Commands, 1, CommandsForBatch * BatchesBefore);
        }

        Assert.Equal(BatchesBefore * RowsAtOnce, await portal.ReadAsync(db => db.Capabilities.CountAsync()));
        Assert.Contains("已导入 5000 行，共 20000 行（", await company.Browser.ReadAsync($"{Uploading.Page}/{upload.Id}"), StringComparison.Ordinal);
        await company.WorkAsync();

        upload = await company.LatestAsync();
        Assert.Equal((UploadState.Done, Many), (upload.State, upload.Taken));
        Assert.Equal(Many, await portal.ReadAsync(db => db.Capabilities.Where(c => c.Status == CapabilityStatus.Submitted && c.OrganisationId == company.Organisation.Id).Select(c => c.Title).Distinct().CountAsync()));
        Assert.Equal(Many, await portal.ReadAsync(db => db.Capabilities.CountAsync()));
        Assert.Equal(Many, await portal.ReadAsync(db => db.WorkingCopies.CountAsync(c => c.HandedInAt != null)));
        Assert.Equal((Many, Many), await portal.ReadAsync(async db => (await db.Submissions.CountAsync(), await db.Submissions.Where(s => s.Number == 1).Select(s => s.SubjectId).Distinct().CountAsync())));
        Assert.Equal(Many, await portal.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "submission.make" && a.Actor == $"account:{company.Editor.Id}")));
        Assert.Contains("已导入 20000 行，等待审核", await company.Browser.ReadAsync($"{Uploading.Page}/{upload.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await company.Browser.GetAsync("/workspace", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_list_of_thirty_days_ago_is_gone_with_its_file_and_what_came_of_it_stays()
    {
        // The clock moves on between the uploads, and the worker might just be at the second.
        await using var portal = await PortalHost.StartAsync(database, services => services.Remove(services.Single(s => s.ImplementationType == typeof(WorkbookWorker))));
        var unit = await Uploading.BeginAsync(portal);
        var old = await unit.TakenAsync(await unit.CheckedAsync(SheetFile.Of(SheetFile.Header, ["夜间巡查", "夜里没人", "", ""], ["", "没有名称", "", ""])));
        await portal.SaveAsync(new StoredFile
        {
            OrganisationId = unit.Organisation.Id,
            Purpose = FilePurpose.Licence,
            Name = "licence.png",
            ContentType = "image/png",
            Size = 1,
            Content = [1],
            UploadedAt = portal.Clock.GetUtcNow(),
            UploadedBy = unit.Editor.Id
        });
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var young = await unit.CheckedAsync(SheetFile.Of(SheetFile.Header, ["白天巡查", "白天没人", "", ""]));
        var expiry = portal.Services.GetRequiredService<Expiry>();

        portal.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        await expiry.RemoveAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, 3, 3), await LeftAsync());
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        await expiry.RemoveAsync(TestContext.Current.CancellationToken);

        Assert.Equal((1, 1, 2), await LeftAsync());
        var browser = await portal.SignedInAsync(unit.Editor);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Uploading.Page}/{old.Id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Uploading.Page}/{old.Id}/marked", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{Uploading.Page}/{young.Id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("夜间巡查", await portal.ReadAsync(db => db.Opportunities.Select(o => o.Title).SingleAsync()));
        Assert.Equal(1, await portal.ReadAsync(db => db.Submissions.CountAsync()));

        Task<(int Uploads, int Rows, int Files)> LeftAsync() => portal.ReadAsync(async db =>
            (await db.WorkbookUploads.CountAsync(), await db.UploadedRows.CountAsync(), await db.StoredFiles.CountAsync()));
    }

    [Fact]
    public async Task Work_that_broke_off_goes_on_after_a_restart_and_takes_no_row_twice()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        string[][] rows = [.. Enumerable.Range(1, 600).Select(i => new[] { $"场景{i}", $"简介{i}", "", "" })];
        await unit.TakenAsync(await unit.CheckedAsync(SheetFile.Of([SheetFile.Header, .. rows[..250]])));
        var upload = await unit.CheckedAsync(SheetFile.Of([SheetFile.Header, .. rows]));
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

        var upload = await unit.CheckedAsync(SheetFile.Of([SheetFile.Header, .. rows]));

        Assert.Equal((19_500, 500), (upload.Added, upload.Refused));
        var page = await unit.Browser.ReadAsync($"{Uploading.Page}/{upload.Id}");
        Assert.Contains("20000 行检查过了，500 行要改", page, StringComparison.Ordinal);
        Assert.Contains("导入这 19500 行，提交审核", page, StringComparison.Ordinal);
        Assert.Contains("显示第 1–200 行，共 500 行", page, StringComparison.Ordinal);
        Assert.Contains("显示第 401–500 行，共 500 行", await unit.Browser.ReadAsync($"{Uploading.Page}/{upload.Id}?show=Refused&from=3"), StringComparison.Ordinal);
        Assert.Equal(500, SheetCells.Reasons(await unit.MarkedAsync(upload)).Count);
    }

    private static void Break(CancellationTokenSource work, bool isTime)
    {
        if (isTime)
        {
            work.Cancel();
        }
    }

    private static Task<int> ChangeAsync(PortalHost portal, Guid id, string sql) => portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, id));
}
