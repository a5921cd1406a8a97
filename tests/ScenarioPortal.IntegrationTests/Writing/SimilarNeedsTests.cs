using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.IntegrationTests.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Writing;

/// <summary>Who writes what another district has published is told, and what they answer reaches the reviewer.</summary>
public sealed class SimilarNeedsTests(PortalDatabase database)
{
    private const string Elsewhere = "高龄长者居家摔倒无人察觉";

    private const string Published =
        """{"id":"N1","title":"高龄长者居家摔倒无人察觉","publisher":"海淀区民政局","region":"海淀区","description":"长者跌倒后夜里没人发现，希望自动告警，及时上门。"}""";

    [Fact]
    public async Task A_need_that_another_district_has_is_shown_beside_the_text_and_the_answer_is_kept_and_reaches_the_reviewer()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy, other) = await BegunAsync(portal);
        var step = $"/workspace/writing/{copy.Id}/need";

        var page = await (await browser.GetAsync(step)).ReadAsync();
        var unanswered = await (await browser.GetAsync($"/workspace/writing/{copy.Id}/check")).ReadAsync();
        var kept = await browser.SubmitAsync(step, Answer(copy, other, "Differs", "我们不装摄像头", go: "here"));

        Assert.Contains("别处已有类似需求", page, StringComparison.Ordinal);
        Assert.Contains(Elsewhere, page, StringComparison.Ordinal);
        Assert.Contains("海淀区民政局", page, StringComparison.Ordinal);
        Assert.Contains("有 1 条类似需求还没有说明", unanswered, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, step), (kept.StatusCode, kept.Headers.Location?.ToString()));
        Assert.Contains("我们不装摄像头", await (await browser.GetAsync(step)).ReadAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("类似需求还没有说明", await (await browser.GetAsync($"/workspace/writing/{copy.Id}/check")).ReadAsync(), StringComparison.Ordinal);

        await browser.SubmitAsync($"/workspace/writing/{copy.Id}/check", [new("Revision", $"{copy.Revision + 1}")]);
        var submission = await portal.ReadAsync(db => db.Submissions.SingleAsync());
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));
        var review = await (await reviewer.GetAsync($"/review/submissions/{submission.Id}")).ReadAsync();

        Assert.Contains($"/opportunities/{other}", review, StringComparison.Ordinal);
        Assert.Contains(Elsewhere, review, StringComparison.Ordinal);
        Assert.Contains("我们不装摄像头", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_typing_the_answer_is_kept_too_and_only_for_needs_on_the_list()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy, other) = await BegunAsync(portal);
        var step = $"/workspace/writing/{copy.Id}/need";

        var kept = await browser.SubmitAsync(step, [.. Answer(copy, other, "Join"), new($"Answers[{Guid.CreateVersion7()}].Choice", "Join"), new("Answers[nonsense].Reason", "？")], $"{step}?handler=keep");

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        var texts = (await portal.ReadAsync(db => db.WorkingCopies.SingleAsync())).Texts;
        Assert.Equal(["Description", $"Similar:{other:N}", "Title"], texts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Join", texts[$"Similar:{other:N}"]);
    }

    [Fact]
    public async Task An_answer_that_could_not_be_saved_comes_back_with_the_page()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy, other) = await BegunAsync(portal);

        var late = await browser.SubmitAsync($"/workspace/writing/{copy.Id}/need", [.. Answer(copy, other, "Differs", "范围不一样").Where(f => f.Key != "Revision"), new("Revision", "9")]);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("范围不一样", await late.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_the_need_itself_are_never_shown_and_a_capability_has_none()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy, other) = await BegunAsync(portal);
        var unit = await portal.ReadAsync(db => db.Organisations.SingleAsync(o => o.Name == "海淀区民政局"));
        var scenario = new Scenario(unit.Id, "草稿里的跌倒");
        var hidden = new Opportunity(scenario.Id, unit.Id, new Need { Title = "独居老人跌倒没人知道的草稿", Description = "夜里跌倒第二天才被发现" }, portal.Clock.GetUtcNow());
        var own = new WorkingCopy(ListKind.Opportunities, copy.OrganisationId, copy.AuthorId, portal.Clock.GetUtcNow(), copy.Texts);
        var offer = new WorkingCopy(ListKind.Capabilities, copy.OrganisationId, copy.AuthorId, portal.Clock.GetUtcNow(), copy.Texts);
        own.HandIn(other, portal.Clock.GetUtcNow());
        own.Reopen();
        await portal.SaveAsync(scenario, hidden, own, offer);
        await portal.MatchedAsync();

        var page = await (await browser.GetAsync($"/workspace/writing/{copy.Id}/need")).ReadAsync();

        Assert.Contains(Elsewhere, page, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿", page, StringComparison.Ordinal);
        Assert.DoesNotContain("别处已有类似需求", await (await browser.GetAsync($"/workspace/writing/{own.Id}/need")).ReadAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("别处已有类似需求", await (await browser.GetAsync($"/workspace/writing/{offer.Id}/offer")).ReadAsync(), StringComparison.Ordinal);
    }

    private static List<KeyValuePair<string, string>> Answer(WorkingCopy copy, Guid other, string choice, string reason = "", string go = "") =>
    [
        new("Revision", $"{copy.Revision}"), new("Texts[Title]", copy.Texts["Title"]), new("Texts[Description]", copy.Texts["Description"]),
        new($"Answers[{other}].Choice", choice), new($"Answers[{other}].Reason", reason), new("go", go)
    ];

    private static async Task<(HttpClient Browser, WorkingCopy Copy, Guid Other)> BegunAsync(PortalHost portal)
    {
        await portal.ImportAsync(ListKind.Opportunities, Published);
        await portal.MatchedAsync();
        var unit = new Organisation("示范市民政局", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = "110101" });
        var editor = portal.NewAccount("editor");
        await portal.SaveAsync(unit, editor, new Membership(unit.Id, editor.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        var copy = new WorkingCopy(ListKind.Opportunities, unit.Id, editor.Id, portal.Clock.GetUtcNow());
        copy.Write(new Dictionary<string, string> { ["Title"] = "独居老人跌倒没人知道", ["Description"] = "老人夜里跌倒，第二天才被发现。" }, editor.Id, portal.Clock.GetUtcNow());
        await portal.SaveAsync(copy);
        return (await portal.SignedInAsync(editor), copy, (await portal.ReadAsync(db => db.Opportunities.SingleAsync())).Id);
    }
}
