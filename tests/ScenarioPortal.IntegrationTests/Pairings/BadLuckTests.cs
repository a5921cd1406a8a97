using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.IntegrationTests.Me;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.Web.Pairings;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Pairings;

/// <summary>What becomes of a pairing when people leave and organisations are suspended: it stays, and somebody can always end it or go on.</summary>
public sealed class BadLuckTests(PortalDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_leaves_and_another_goes_on_and_the_last_owner_stays()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var owner = portal.NewAccount("owner");
        await portal.SaveAsync(owner, new Membership(met.Company.Id, owner.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));
        var (supplier, publisher, colleague) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher), await portal.SignedInAsync(owner));
        var pairing = await EngagedAsync(met, supplier, publisher);
        (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "协议签好了，一式两份。", PairingState.Agreed)).EnsureRedirect();
        var members = $"/organisations/{met.Company.Id}/members";

        (await supplier.SubmitAsync(members, [], $"{members}?handler=Leave")).EnsureRedirect();

        Assert.DoesNotContain("协议签好了", await supplier.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Confirm)).EnsureRedirect();
        await met.StepAsync(colleague, publisher, PairingState.Piloting);
        var page = await colleague.ReadAsync($"/pairings/{pairing.Id}");
        Assert.All(["协议签好了，一式两份。", met.Company.Name, "试点"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.DoesNotContain(met.Supplier.DisplayName, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await colleague.SubmitAsync(members, [], $"{members}?handler=Leave")).StatusCode);
        Assert.Equal(PairingState.Piloting, (await met.NowAsync()).State);
    }

    [Fact]
    public async Task A_person_who_is_erased_while_their_suggestion_waits_leaves_it_to_be_confirmed()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var pairing = await EngagedAsync(met, supplier, publisher);
        (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "协议签好了。", PairingState.Agreed)).EnsureRedirect();

        Assert.Equal("302 /", (await supplier.FillAsync("/me/erase", ("Input.Understood", "true"))).WhereTo);

        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Confirm)).EnsureRedirect();
        var page = await publisher.ReadAsync($"/pairings/{pairing.Id}");
        Assert.All(["协议签好了。", met.Company.Name, "签约"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.Equal((PairingState.Agreed, met.Supplier.Id), ((await met.NowAsync()).State, (await met.NowAsync()).Events[0].AccountId));
    }

    [Fact]
    public async Task While_one_of_the_two_is_suspended_nothing_goes_on_the_other_is_told_and_may_end_it_and_it_goes_on_afterwards()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var reviewer = await VerifiedAsync(portal, met);
        var pairing = await EngagedAsync(met, supplier, publisher);
        await met.StepAsync(supplier, publisher, PairingState.Agreed);
        await met.StepAsync(supplier, publisher, PairingState.Piloting);
        (await met.WriteResultAsync(supplier, PairingSide.Company, Domain.Verification.MeasuredVerdict.Met)).EnsureRedirect();

        await DecideAsync(portal, reviewer, met.Company, "Suspend");

        Assert.Contains("对方单位被主管部门暂停", (await portal.MailToAsync(met.Publisher.Email!))[^1].TextBody, StringComparison.Ordinal);
        foreach (var (browser, side) in new[] { (supplier, PairingSide.Company), (publisher, PairingSide.Publisher) })
        {
            var refused = await met.ActAsync(browser, side, PairingAction.Suggest, "都达到了。", PairingState.Verified);
            var words = await refused.ReadAsync();
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.All(["已被主管部门暂停", "都达到了。"], t => Assert.Contains(t, words, StringComparison.Ordinal));
            var page = await browser.ReadAsync($"/pairings/{pairing.Id}");
            Assert.All([$"“{met.Company.Name}”已被主管部门暂停", "终止对接"], t => Assert.Contains(t, page, StringComparison.Ordinal));
            Assert.DoesNotContain("提出下一步", page, StringComparison.Ordinal);
        }

        await DecideAsync(portal, reviewer, met.Company, "Resume");
        Assert.Contains("已经恢复，可以接着办", (await portal.MailToAsync(met.Publisher.Email!))[^1].TextBody, StringComparison.Ordinal);
        (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "都达到了。", PairingState.Verified)).EnsureRedirect();
        await DecideAsync(portal, reviewer, met.Company, "Suspend");
        Assert.Equal(HttpStatusCode.BadRequest, (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Confirm)).StatusCode);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Terminate, "等不了了。", reason: PairingReason.Changed)).EnsureRedirect();
        Assert.Equal(PairingState.Terminated, (await met.NowAsync()).State);
    }

    [Fact]
    public async Task An_interest_in_a_suspended_publisher_lapses_like_any_other_without_a_reminder_to_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        await met.InterestedAsync(await portal.SignedInAsync(met.Supplier));
        await portal.ReadAsync(db => db.Organisations.Where(o => o.Id == met.Unit.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Status, OrganisationStatus.Suspended), Stop));
        var clock = portal.Services.GetRequiredService<PairingClock>();
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());

        Assert.Equal(0, await clock.RemindAsync(Stop));
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        Assert.Equal(1, await clock.LapseAsync(Stop));

        Assert.Equal(PairingState.Lapsed, (await met.NowAsync()).State);
        Assert.Contains("逾期没有答复", (await portal.MailToAsync(met.Supplier.Email!))[^1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_without_its_name_is_not_given_away_by_being_suspended()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var reviewer = await VerifiedAsync(portal, met);
        await met.InterestedAsync(supplier, veiled: true);

        await DecideAsync(portal, reviewer, met.Company, "Suspend");

        Assert.Single(await portal.MailToAsync(met.Publisher.Email!));
        var refused = await (await met.AnswerVeiledAsync(publisher, PairingAction.Accept)).ReadAsync();
        Assert.Contains("过几天再答复", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(met.Company.Name, refused, StringComparison.Ordinal);
        (await met.AnswerVeiledAsync(publisher, PairingAction.Decline, "等不了。", PairingReason.Changed)).EnsureRedirect();
    }

    [Fact]
    public async Task A_plan_that_waits_stands_on_the_desk_is_reminded_of_and_who_acts_for_both_is_told_beforehand()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var pairing = await EngagedAsync(met, supplier, publisher);
        (await met.WritePlanAsync(supplier, PairingSide.Company)).EnsureRedirect();

        var desk = await publisher.ReadAsync("/workspace");
        Assert.All(["1 件事等您", "验证方案", "去看方案", "还剩 7 天（11月30日 23:59 前）"], t => Assert.Contains(t, desk, StringComparison.Ordinal));
        Assert.Contains("请在 2026-11-30 23:59 前同意", (await portal.MailToAsync(met.Publisher.Email!))[^1].TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("去看方案", await supplier.ReadAsync("/workspace"), StringComparison.Ordinal);
        await portal.SaveAsync(new Membership(met.Unit.Id, met.Supplier.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        var page = await (await portal.SignedInAsync(met.Supplier)).ReadAsync($"/pairings/{pairing.Id}");
        Assert.Contains("“同意验证方案”要请对方的另一位成员来办", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Met.Address(pairing, PairingSide.Publisher, PairingAction.AgreePlan), page, StringComparison.Ordinal);

        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        Assert.Equal(2, await portal.Services.GetRequiredService<PairingClock>().RemindAsync(Stop));
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        Assert.Equal(0, await portal.Services.GetRequiredService<PairingClock>().LapseAsync(Stop));
        Assert.Contains("卡住", await (await portal.SignedInAsync(met.Publisher)).ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
    }

    private static async Task<Pairing> EngagedAsync(Met met, HttpClient supplier, HttpClient publisher)
    {
        await met.InterestedAsync(supplier);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        return await met.NowAsync();
    }

    /// <summary>The company is verified, and this is who decides on it.</summary>
    private static async Task<HttpClient> VerifiedAsync(PortalHost portal, Met met)
    {
        await portal.ReadAsync(db => db.Organisations.Where(o => o.Id == met.Company.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Status, OrganisationStatus.Verified), Stop));
        return await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));
    }

    private static async Task DecideAsync(PortalHost portal, HttpClient reviewer, Organisation organisation, string decision)
    {
        var revision = await portal.ReadAsync(db => db.Organisations.Where(o => o.Id == organisation.Id).Select(o => o.Revision).SingleAsync(Stop));
        (await reviewer.SubmitAsync("/review", [new("Input.Revision", $"{revision}")], $"/review/organisations/{organisation.Id}?handler={decision}")).EnsureRedirect();
    }
}
