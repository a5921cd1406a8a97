using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Workbooks;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>From a spreadsheet on one's desk to needs that wait for review. Leaves a picture of each step.</summary>
public sealed class WorkbookTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private static readonly FilePayload List = new()
    {
        Name = "needs.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes("应用场景名称,场景简介,所属区域,预算（万元）,截止日期,备用\n夜间巡查,夜里没人巡查，漏报多。,东城区,50,2027-03-31,甲\n,没有名称的一行。,东城区,,,\n河道清漂,人工清漂跟不上，汛期尤其。,西城区,-5,2027-02-30,\n独居老人跌倒,夜里跌倒没人知道。,东城区,20-30,,乙\n")
    };

    [Theory]
    [MemberData(nameof(Journey.Views), MemberType = typeof(Journey))]
    public async Task A_list_is_uploaded_checked_and_its_good_rows_wait_for_review(Language language, Device device)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var visitor = new Visitor { Language = language, Device = device };
        await using var visit = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(visit, await EditorAsync(portal), address);
        var page = visit.Page;

        await page.GotoAsync(Links.Workspace);
        await page.GetByRole(AriaRole.Link, new() { Name = Say("Excel 导入", "Import from Excel") }).ClickAsync();
        await KeepAsync("workbooks");
        await page.GetByLabel(Say("表格文件", "Spreadsheet")).SetInputFilesAsync(new FilePayload { Name = "scan.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = Say("上传并检查", "Upload and check") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Say("这不是能导入的表格", "This is not a spreadsheet that can be imported"));
        await KeepAsync("workbooks-refused");
        await page.GetByLabel(Say("表格文件", "Spreadsheet")).SetInputFilesAsync(List);
        await page.GetByRole(AriaRole.Button, new() { Name = Say("上传并检查", "Upload and check") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await KeepAsync("workbook-waiting");
        await WorkAsync(portal);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Say("4 行检查过了，2 行要改", "4 rows are checked, 2 are to be corrected"));
        await KeepAsync("workbook-checked");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = Say("下载标红的表", "Download the marked sheet") }).ClickAsync());
        Assert.Equal(Say("needs-标红.xlsx", "needs-marked.xlsx"), download.SuggestedFilename);
        await page.GetByRole(AriaRole.Button, new() { Name = Say("导入这 2 行，提交审核", "Import these 2 rows and hand them in") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await WorkAsync(portal);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Say("已导入 2 行，等待审核", "2 rows are imported and wait for review"));
        await KeepAsync("workbook-done");

        Assert.Equal(2, await portal.ReadAsync(db => db.Opportunities.CountAsync(o => o.Status == OpportunityStatus.Submitted)));

        string Say(string chinese, string english) => language is Language.Chinese ? chinese : english;

        async Task KeepAsync(string name)
        {
            await page.KeepPictureAsync(PageTests.Picture(name, visitor));
            await visit.ShouldBeFlawlessAsync(visitor);
        }
    }

    [Fact]
    public async Task Without_scripts_a_link_tells_how_far_it_is_and_columns_can_be_changed()
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        await using var visit = await chromium.VisitAsync(address, new() { Scripts = false });
        await portal.SignInAsync(visit, await EditorAsync(portal), address);
        var page = visit.Page;

        await page.GotoAsync(Links.Workbooks);

        // Larger than what the server takes in on other pages.
        var large = new FilePayload { Name = List.Name, MimeType = List.MimeType, Buffer = [.. List.Buffer, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(",,,,,\n", 500_000)))] };
        await page.GetByLabel("表格文件").SetInputFilesAsync(large);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并检查" }).ClickAsync();
        await WorkAsync(portal);
        await page.GetByRole(AriaRole.Link, new() { Name = "看看现在到哪里了" }).ClickAsync();
        await page.GetByLabel("F 备用").SelectOptionAsync("AcceptanceCriteria");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存对应，重新检查" }).ClickAsync();
        await WorkAsync(portal);
        await page.GetByRole(AriaRole.Link, new() { Name = "看看现在到哪里了" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "导入这 2 行，提交审核" }).ClickAsync();
        await WorkAsync(portal);
        await page.GetByRole(AriaRole.Link, new() { Name = "看看现在到哪里了" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("已导入 2 行，等待审核");

        Assert.Equal(["乙", "甲"], await portal.ReadAsync(db => db.Opportunities.Select(o => o.AcceptanceCriteria!).OrderBy(a => a).ToListAsync()));
    }

    private static Task<int> WorkAsync(PortalHost portal) => portal.Services.GetRequiredService<WorkbookDesk>().WorkAsync(TestContext.Current.CancellationToken);

    private static async Task<Account> EditorAsync(PortalHost portal)
    {
        var unit = new Organisation("示范市民政局", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = RegistrationPortal.RegionCode });
        var account = await portal.AccountAsync("林晓");
        await portal.SaveAsync(unit, new Membership(unit.Id, account.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        return account;
    }
}
