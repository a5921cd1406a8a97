using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.IntegrationTests.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Writing;

/// <summary>Writing never refuses what is typed; handing in does, at the field; and two people never overwrite one another.</summary>
public sealed class WritingTests(PortalDatabase database)
{
    [Fact]
    public async Task A_double_click_hands_in_once()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy) = await BegunAsync(portal, ("Title", "夜间巡查"), ("Description", "夜里没人巡查，漏报多。"));
        var check = $"/workspace/writing/{copy.Id}/check";
        var token = await browser.TokenAsync(check);
        Task<HttpResponseMessage> SendAsync() => browser.PostAsync(check, new FormUrlEncodedContent([new("Revision", $"{copy.Revision}"), new("__RequestVerificationToken", token)]));

        var answers = await Task.WhenAll(SendAsync(), SendAsync());

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.BadRequest);
        Assert.Equal((1, 1), (await portal.ReadAsync(db => db.Opportunities.CountAsync()), await portal.ReadAsync(db => db.Submissions.CountAsync())));
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_as_typed_and_refused_at_its_field_when_it_is_handed_in()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy) = await BegunAsync(portal, ("Title", "夜间巡查"), ("Description", "夜里没人巡查，漏报多。"));
        await browser.SubmitAsync($"/workspace/writing/{copy.Id}/offer", [new("Revision", $"{copy.Revision}"), new("Texts[Budget]", "-5"), new("Texts[Deadline]", "2026-02-30")]);

        var saved = await portal.ReadAsync(db => db.WorkingCopies.SingleAsync());
        var refused = await browser.SubmitAsync($"/workspace/writing/{copy.Id}/check", [new("Revision", $"{saved.Revision}")]);

        Assert.Equal(("-5", "2026-02-30"), (saved.Texts["Budget"], saved.Texts["Deadline"]));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadAsync();
        Assert.Contains("金额不能是负数", page, StringComparison.Ordinal);
        Assert.Contains("没有“2026-02-30”这一天", page, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.Opportunities.CountAsync()));
    }

    [Fact]
    public async Task Words_that_should_be_looked_at_are_named_before_it_is_handed_in()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy) = await BegunAsync(portal, ("Title", "夜间巡查"), ("Description", "系统要布署在街道，做到万无一失。"));

        var page = await (await browser.GetAsync($"/workspace/writing/{copy.Id}/check")).ReadAsync();

        Assert.Contains("部署</span>", page, StringComparison.Ordinal);
        Assert.Contains("<b lang=\"zh-CN\">万无一失</b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b lang=\"zh-CN\">帐号</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_keeps_what_they_typed()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy) = await BegunAsync(portal, ("Title", "夜间巡查"), ("Description", "甲写的。"));
        var step = $"/workspace/writing/{copy.Id}/need";

        var late = await browser.SubmitAsync(step, [new("Revision", $"{copy.Revision - 1}"), new("Texts[Title]", "夜间巡查"), new("Texts[Description]", "乙写的。")]);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("乙写的。", await late.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("甲写的。", (await portal.ReadAsync(db => db.WorkingCopies.SingleAsync())).Texts["Description"]);
    }

    [Fact]
    public async Task Nobody_reviews_what_their_own_unit_handed_in_and_others_do_not_even_find_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy) = await BegunAsync(portal, ("Title", "夜间巡查"), ("Description", "夜里没人巡查，漏报多。"));
        await browser.SubmitAsync($"/workspace/writing/{copy.Id}/check", [new("Revision", $"{copy.Revision}")]);
        var submission = await portal.ReadAsync(db => db.Submissions.SingleAsync());
        var address = $"/review/submissions/{submission.Id}";
        var writer = await portal.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == submission.SubmittedBy));
        await portal.SaveAsync(new StaffGrant(writer.Id, StaffRole.Reviewer, "110000", portal.Clock.GetUtcNow()));
        var own = await portal.SignedInAsync(writer);
        var elsewhere = await portal.SignedInAsync(await portal.StaffAsync("elsewhere", StaffRole.Reviewer, "310000"));

        var decided = await own.SubmitAsync("/workspace", [new("Input.Revision", "1")], $"{address}?handler=Approve");

        Assert.Equal(HttpStatusCode.BadRequest, decided.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(address)).StatusCode);
        Assert.Equal(OpportunityStatus.Submitted, (await portal.ReadAsync(db => db.Opportunities.SingleAsync())).Status);
    }

    [Fact]
    public async Task Two_reviewers_who_release_at_once_give_each_need_one_number_without_gaps()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await UnitAsync(portal);
        List<Guid> needs = [];
        foreach (var title in new[] { "一", "二", "三", "四" })
        {
            var scenario = new Domain.Scenarios.Scenario(unit.Organisation.Id, title);
            scenario.Describe(new Domain.Scenarios.ScenarioSetting { Name = title, RegionCode = "110101" });
            var need = new Opportunity(scenario.Id, unit.Organisation.Id, new Need { Title = title, Description = title }, portal.Clock.GetUtcNow());
            need.Submit(portal.Clock.GetUtcNow());
            need.Approve(portal.Clock.GetUtcNow());
            await portal.SaveAsync(scenario, need);
            needs.Add(need.Id);
        }

        var answers = await Task.WhenAll(ReleaseAsync("a", needs[..3]), ReleaseAsync("b", needs[1..]));

        Assert.Contains(answers, a => a == HttpStatusCode.Redirect);
        var numbers = await portal.ReadAsync(db => db.Opportunities.Where(o => o.Number != null).Select(o => o.Number!).ToListAsync());
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        var batches = await portal.ReadAsync(db => db.ListReleases.OrderBy(r => r.Batch).ToListAsync());
        Assert.Equal(Enumerable.Range(1, batches.Count), batches.Select(b => b.Batch));
        Assert.All(batches, b => Assert.Equal(Enumerable.Range(1, b.Items.Count), b.Items.Select(i => i.Position).Order()));
        Assert.Equal(numbers.Order(), batches.SelectMany(b => b.Items).Select(i => i.Number).Order());

        async Task<HttpStatusCode> ReleaseAsync(string name, List<Guid> picked)
        {
            var browser = await portal.SignedInAsync(await portal.StaffAsync(name, StaffRole.Reviewer, "110000"));
            return (await browser.SubmitAsync("/review/releases", [new("Kind", nameof(ListKind.Opportunities)), .. picked.Select(p => KeyValuePair.Create("Picked", $"{p}"))])).StatusCode;
        }
    }

    [Fact]
    public async Task Another_need_begins_with_what_an_earlier_one_says()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, copy) = await BegunAsync(portal, ("Title", "夜间巡查"), ("Description", "夜里没人巡查，漏报多。"), ("Region", "东城区"));
        await browser.SubmitAsync($"/workspace/writing/{copy.Id}/check", [new("Revision", $"{copy.Revision}")]);
        var need = await portal.ReadAsync(db => db.Opportunities.SingleAsync());

        var begun = await browser.SubmitAsync("/workspace", [new("id", $"{need.Id}")], "/workspace?handler=clone");

        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var clone = await portal.ReadAsync(db => db.WorkingCopies.SingleAsync(c => c.SubjectId == null));
        Assert.Equal(("夜间巡查", "夜里没人巡查，漏报多。", "110101"), (clone.Texts["Title"], clone.Texts["Description"], clone.Texts["Region"]));
    }

    private static async Task<(HttpClient Browser, WorkingCopy Copy)> BegunAsync(PortalHost portal, params (string Field, string Text)[] texts)
    {
        var (organisation, editor) = await UnitAsync(portal);
        var copy = new WorkingCopy(ListKind.Opportunities, organisation.Id, editor.Id, portal.Clock.GetUtcNow());
        copy.Write(texts.ToDictionary(t => t.Field, t => t.Text), editor.Id, portal.Clock.GetUtcNow());
        await portal.SaveAsync(copy);
        return (await portal.SignedInAsync(editor), copy);
    }

    private static async Task<(Organisation Organisation, Account Editor)> UnitAsync(PortalHost portal)
    {
        var unit = new Organisation("示范市民政局", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = "110101" });
        var editor = portal.NewAccount("editor");
        await portal.SaveAsync(unit, editor, new Membership(unit.Id, editor.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        return (unit, editor);
    }
}
