using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Audit;

public sealed class AuditPageTests(PortalDatabase database)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guid Lin = Guid.Parse("11111111-1111-7111-8111-111111111111");

    [Theory]
    [InlineData("", 4)]
    [InlineData("actor=11111111-1111-7111-8111-111111111111", 2)]
    [InlineData("actor=account:1111", 2)]
    [InlineData("actor=visitor", 1)]
    [InlineData("action=organisation.", 2)]
    [InlineData("organisation=街道办", 2)]
    [InlineData("result=Refused", 1)]
    [InlineData("request=20261122-090000-0000000B", 1)]
    [InlineData("request=20261122-090000-0000000C", 0)]
    [InlineData("from=2026-11-22", 3)]
    [InlineData("from=2026-11-22&to=2026-11-22", 2)]
    [InlineData("to=2026-11-20", 1)]
    [InlineData("actor=%00%ED%A0%80&organisation=%25", 0)]
    [InlineData("action=request&result=Refused&actor=visitor", 1)]
    public async Task Entries_are_found_by_each_of_their_sides(string query, int found)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var auditor = await WithEntriesAsync(portal);

        var page = new HtmlParser().ParseDocument(await auditor.GetStringAsync($"{Links.AuditTrail}?{query}"));

        Assert.Equal(found, page.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("from=yesterday")]
    [InlineData("to=2026-13-01")]
    [InlineData("result=9")]
    [InlineData("before=99999999999999999999")]
    public async Task What_cannot_be_understood_is_answered_at_its_field(string query)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var auditor = await WithEntriesAsync(portal);

        var answer = await auditor.GetAsync($"{Links.AuditTrail}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll("main h1"));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_while_the_trail_grows()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var auditor = await WithEntriesAsync(portal);
        await portal.SaveAsync([.. Enumerable.Range(0, 130).Select(n => Entry($"test.{n:000}", "command:test"))]);
        List<string> seen = [];
        var address = $"{Links.AuditTrail}?action=test.";

        while (address is not null)
        {
            var page = new HtmlParser().ParseDocument(await auditor.GetStringAsync(address));
            seen.AddRange(page.QuerySelectorAll("tbody td b.code").Select(b => b.TextContent));
            address = page.QuerySelector("main nav a[href*=before]")?.GetAttribute("href");
        }

        Assert.Equal(130, seen.Count);
        Assert.Equal(await portal.ReadAsync(db => db.Audit.Where(e => e.Action.StartsWith("test.")).OrderByDescending(e => e.Sequence).Select(e => e.Action).ToListAsync()), seen);
    }

    [Fact]
    public async Task The_export_is_what_was_searched_for_and_no_cell_is_a_formula()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var auditor = await WithEntriesAsync(portal);
        await portal.SaveAsync(Entry("=HYPERLINK(\"https://evil.example\")", "@SUM(A1)"), Entry("=1", "＝1+1"));

        var answer = await auditor.GetAsync($"{Links.AuditExport}?action==");

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Matches("^attachment; filename=audit-[0-9-]+\\.csv$", answer.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal(4, text.Split("\r\n").Length);
        Assert.Contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("\"'@SUM(A1)\"", text, StringComparison.Ordinal);
        Assert.Contains("\"'＝1+1\"", text, StringComparison.Ordinal);
        Assert.Equal(0, System.Text.RegularExpressions.Regex.Count(text, "(^|,)\"[=+@＝＋＠]"));
    }

    [Fact]
    public async Task Whoever_reads_the_trail_is_in_it_and_what_they_typed_is_not()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var auditor = await WithEntriesAsync(portal);

        await auditor.GetAsync($"{Links.AuditTrail}?organisation=独居老人&action=organisation.");
        await auditor.GetAsync($"{Links.AuditExport}?organisation=独居老人");

        var noted = await portal.ReadAsync(db => db.Audit.Where(e => e.Action.StartsWith("audit.")).OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(["audit.read", "audit.export"], noted.Select(e => e.Action));
        Assert.All(noted, e => Assert.StartsWith("account:", e.Actor, StringComparison.Ordinal));
        Assert.All(noted, e => Assert.DoesNotContain("独居老人", e.Detail, StringComparison.Ordinal));
        Assert.Contains("organisation", noted[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_reads_it_the_other_administrators_neither()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await WithEntriesAsync(portal);

        foreach (var role in Enum.GetValues<StaffRole>().Where(r => r is not StaffRole.AuditAdministrator))
        {
            var other = await SomebodyAsync(portal, role);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Links.AuditTrail)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Links.AuditExport)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().GetAsync(Links.AuditTrail)).StatusCode);
    }

    private static async Task<HttpClient> WithEntriesAsync(PortalHost portal)
    {
        var unit = new Organisation("示范街道办", OrganisationKind.Government);
        await portal.SaveAsync(unit);
        await portal.SaveAsync(Entry("list.release", "command:test") with { At = Now.AddDays(-3) });
        await portal.SaveAsync(Entry("organisation.verify", $"account:{Lin}") with { At = Now.AddDays(-1), OrganisationId = unit.Id, Request = "20261122-090000-0000000A" });
        await portal.SaveAsync(Entry("organisation.rename", $"account:{Lin}") with { At = Now.AddDays(-1), OrganisationId = unit.Id, Request = "20261122-090000-0000000B" });
        await portal.SaveAsync(Entry("request.refuse", "visitor") with { Result = AuditResult.Refused });
        return await SomebodyAsync(portal, StaffRole.AuditAdministrator);
    }

    private static async Task<HttpClient> SomebodyAsync(PortalHost portal, StaffRole role)
    {
        var account = portal.NewAccount(role.ToString());
        await portal.SaveAsync(account, new StaffGrant(account.Id, role, role is StaffRole.Reviewer ? "110000" : null, Now));
        return await portal.SignedInAsync(account);
    }

    private static AuditEntry Entry(string action, string actor) => new() { At = Now, Actor = actor, Action = action, Result = AuditResult.Done, Detail = "{}" };
}
