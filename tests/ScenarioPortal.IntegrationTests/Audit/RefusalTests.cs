using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Audit;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Audit;

public sealed class RefusalTests(PortalDatabase database)
{
    [Fact]
    public async Task Somebody_who_asks_for_what_is_not_their_work_is_noted()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = portal.NewAccount("lin");
        await portal.SaveAsync(account);
        var browser = await portal.SignedInAsync(account);

        var refused = await browser.GetAsync(Links.AuditTrail);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var entry = await OnlyAsync(portal);
        Assert.Equal(($"account:{account.Id}", "request.refuse", AuditResult.Refused), (entry.Actor, entry.Action, entry.Result));
        Assert.Equal(("NotAllowed", "GET", "audit"), Detail(entry));
    }

    [Fact]
    public async Task What_is_not_found_is_noted_for_people_and_not_for_every_robot()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = portal.NewAccount("lin");
        await portal.SaveAsync(account);
        var absent = Guid.CreateVersion7();
        await portal.Browser().GetAsync(Links.Opportunity(absent));
        await portal.Browser().GetAsync("/wp-login.php");

        await (await portal.SignedInAsync(account)).GetAsync(Links.Opportunity(absent));

        var entry = await OnlyAsync(portal);
        Assert.Equal(absent, entry.SubjectId);
        Assert.Equal(("NotFound", "GET", "opportunities/{id:guid}"), Detail(entry));
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused_and_noted()
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var request = new HttpRequestMessage(HttpMethod.Post, Links.Try) { Content = new FormUrlEncodedContent([new("Input.Text", "方言")]) };
        request.Headers.Add("Origin", "https://evil.example");

        var refused = await portal.Browser().SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(("ForeignForm", "POST", "try"), Detail(await OnlyAsync(portal)));
    }

    [Fact]
    public async Task The_number_on_the_error_page_is_the_number_in_the_trail()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = portal.NewAccount("lin");
        await portal.SaveAsync(account);
        var browser = await portal.SignedInAsync(account);
        browser.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        var page = await (await browser.GetAsync(Links.AuditTrail)).Content.ReadAsStringAsync();

        var entry = await OnlyAsync(portal);
        Assert.Matches("^20261123-090000-[0-9A-F]{8}$", entry.Request);
        Assert.Equal(entry.Request, new HtmlParser().ParseDocument(page).QuerySelector("dd .code")!.TextContent);
    }

    [Fact]
    public async Task A_flood_of_refusals_is_counted_and_not_written_down_one_by_one()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = portal.Browser();
        browser.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        for (var request = 0; request < RefusalBudget.EachPerMinute + 30; request++)
        {
            await browser.PostAsync(Links.Try, null);
        }

        Assert.InRange(await portal.ReadAsync(db => db.Audit.CountAsync()), 1, 2 * RefusalBudget.EachPerMinute);
    }

    private static Task<AuditEntry> OnlyAsync(PortalHost portal) => portal.ReadAsync(db => db.Audit.SingleAsync(e => e.Action == "request.refuse"));

    private static (string? Reason, string? Method, string? Route) Detail(AuditEntry entry)
    {
        using var detail = JsonDocument.Parse(entry.Detail);
        return (detail.RootElement.GetProperty("reason").GetString(), detail.RootElement.GetProperty("method").GetString(), detail.RootElement.GetProperty("route").GetString());
    }
}
