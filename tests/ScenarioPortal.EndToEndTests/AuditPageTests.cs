using Microsoft.Playwright;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests;

/// <summary>The audit trail as its administrator sees it.</summary>
public sealed class AuditPageTests(DemonstrationPortal portal, Chromium chromium, OpenVisits visits) : IClassFixture<OpenVisits>
{
    public static MatrixTheoryData<string, Language, Device> Views { get; } =
        new(["", "?result=Refused&action=request.", "?from=yesterday", "?action=nothing.like.it"], Enum.GetValues<Language>(), Enum.GetValues<Device>());

    [Theory]
    [MemberData(nameof(Views))]
    public async Task It_is_whole_fits_the_screen_speaks_one_language_and_is_open_to_everyone_who_may(string query, Language language, Device device)
    {
        var visitor = new Visitor { Language = language, Device = device };
        var visit = await visits.OfAsync(visitor, chromium, portal);
        await portal.SignInAsync(visit, StaffRole.AuditAdministrator);

        await visit.Page.GotoAsync($"{Links.AuditTrail}{query}");

        await visit.Page.KeepPictureAsync($"audit{(query.Length > 0 ? $"-{query[1..].Split('=')[0]}" : null)}-{(language is Language.Chinese ? "zh" : "en")}-{(device is Device.Phone ? "phone" : "desktop")}");
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        await visit.ShouldBeFlawlessAsync(visitor);
    }

    [Fact]
    public async Task A_search_leads_to_its_entries_and_to_their_file()
    {
        await using var visit = await chromium.VisitAsync(portal);
        await portal.SignInAsync(visit, StaffRole.AuditAdministrator);
        var page = visit.Page;
        await page.GotoAsync(Links.AuditTrail);

        await page.GetByLabel("动作开头").FillAsync("list.release");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出" }).ClickAsync());

        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("list.release");
        Assert.StartsWith("audit-", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("\"list.release\"", await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
