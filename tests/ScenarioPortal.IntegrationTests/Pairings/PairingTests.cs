using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Pairings;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Pairings;

/// <summary>A pair on its way: who begins it, who answers by when, what each side and everybody else may read, and what happens when two want the same at once.</summary>
public sealed class PairingTests(PortalDatabase database)
{
    private const string Words = "三个社区 420 户在用，可以先装 5 户。";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_interest_is_answered_and_goes_step_by_step_to_scale_up_and_everyone_reads_the_steps_but_not_the_words()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher, visitor) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher), portal.Browser());

        var pairing = await met.InterestedAsync(supplier, Words);

        Assert.Equal((PairingState.Interested, "2026-对-0001", PublicView.Hidden), (pairing.State, pairing.Number, pairing.Shown));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/pairings/{pairing.Id}", Stop)).StatusCode);
        var desk = await publisher.ReadAsync("/workspace");
        Assert.All(["1 件事等您", Met.NeedTitle, "安栖感知科技有限公司", "还剩 7 天（11月30日 23:59 前）"], t => Assert.Contains(t, desk, StringComparison.Ordinal));
        var page = await publisher.ReadAsync($"/pairings/{pairing.Id}");
        Assert.All([Words, "全程不用摄像头。", "等您答复", "愿意对接", "婉拒"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        Assert.DoesNotContain("愿意对接", await supplier.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);

        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept, "周四下午来看现场。")).EnsureRedirect();
        foreach (var step in new[] { PairingState.Agreed, PairingState.Piloting, PairingState.Verified, PairingState.Adopted, PairingState.Scaled })
        {
            await met.StepAsync(supplier, publisher, step);
        }

        pairing = await met.NowAsync();
        Assert.Equal((PairingState.Scaled, 15), (pairing.State, pairing.Events.Count));
        await portal.MatchedAsync();
        var everyone = await visitor.ReadAsync($"/pairings/{pairing.Id}");
        Assert.All([Met.NeedTitle, Met.CapabilityTitle, "示范市民政局", "推广"], t => Assert.Contains(t, everyone, StringComparison.Ordinal));
        Assert.DoesNotContain(Words, everyone, StringComparison.Ordinal);
        Assert.Contains(Met.NeedTitle, await visitor.ReadAsync("/pairings"), StringComparison.Ordinal);
        Assert.Contains("已经走到最后一步", await (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Terminate, "不做了。", reason: PairingReason.Other)).ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_done_stands_in_the_audit_trail_and_the_other_side_is_told()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var pairing = await met.InterestedAsync(supplier);

        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Decline, "已经选了另一家，你们的误报率高一些。", reason: PairingReason.OtherChosen)).EnsureRedirect();

        var trail = await portal.ReadAsync(db => db.Audit.Where(a => a.SubjectId == pairing.Id).OrderBy(a => a.At).Select(a => new { a.Action, a.OrganisationId }).ToListAsync());
        Assert.Equal([("pairing.offer", met.Company.Id), ("pairing.decline", met.Unit.Id)], trail.Select(a => (a.Action, a.OrganisationId!.Value)));
        var told = await portal.ReadAsync(db => db.Notifications.AsNoTracking().Where(n => n.SubjectId == pairing.Id).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).ToListAsync());
        Assert.Equal([(met.Publisher.Id, "Offer/Interested/2026-11-30"), (met.Supplier.Id, "Decline/Declined/")], told.Select(n => (n.AccountId, n.Detail)));
        var mail = Assert.Single(await portal.MailToAsync(met.Supplier.Email!));
        Assert.Contains("对方婉拒了", mail.TextBody, StringComparison.Ordinal);
        var page = await supplier.ReadAsync($"/pairings/{pairing.Id}");
        Assert.All(["选定了别的单位", "你们的误报率高一些", "这次对接已于"], t => Assert.Contains(t, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_fifty_who_accept_at_once_one_wins_whoever_pressed_twice_is_led_on_and_the_others_are_told()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var colleague = portal.NewAccount("colleague");
        await portal.SaveAsync(colleague, new Membership(met.Unit.Id, colleague.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        var (supplier, publisher, other) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher), await portal.SignedInAsync(colleague));
        var pairing = await met.InterestedAsync(supplier);
        var tokens = new[] { await publisher.TokenAsync("/workspace"), await other.TokenAsync("/workspace") };

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? publisher : other).PostAsync(Met.Address(pairing, PairingSide.Publisher, PairingAction.Accept),
            new FormUrlEncodedContent([new("__RequestVerificationToken", tokens[i % 2]), new("Revision", $"{pairing.Revision}"), new("Note", "周四来。")]), Stop)));

        Assert.Equal([(HttpStatusCode.Redirect, 25), (HttpStatusCode.Conflict, 25)], answers.GroupBy(a => a.StatusCode).Select(g => (g.Key, g.Count())).Order());
        Assert.Contains("这次对接有了新的进展", await answers.First(a => a.StatusCode is HttpStatusCode.Conflict).ReadAsync(), StringComparison.Ordinal);
        Assert.Equal((PairingState.Engaged, 2), ((await met.NowAsync()).State, (await met.NowAsync()).Events.Count));
        Assert.Equal(1, await portal.ReadAsync(db => db.Notifications.CountAsync(n => n.AccountId == met.Supplier.Id)));
    }

    [Fact]
    public async Task A_step_is_not_confirmed_twice_nor_out_of_order_nor_by_the_side_that_suggested_it_and_what_was_typed_stays()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        await met.InterestedAsync(supplier);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "协议签好了。", PairingState.Agreed)).EnsureRedirect();
        var seen = (await met.NowAsync()).Revision;

        await RefusedAsync(HttpStatusCode.BadRequest, "由对方来确认", met.ActAsync(supplier, PairingSide.Company, PairingAction.Confirm, "我自己确认"));
        await RefusedAsync(HttpStatusCode.BadRequest, "已经有一步在等待确认", met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Suggest, "先开始试点", PairingState.Piloting));
        Assert.Equal(HttpStatusCode.NotFound, (await met.ActAsync(supplier, PairingSide.Publisher, PairingAction.Confirm)).StatusCode);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Confirm)).EnsureRedirect();
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Confirm, revision: seen)).EnsureRedirect();
        await RefusedAsync(HttpStatusCode.Conflict, "这次对接有了新的进展", met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Confirm, "再确认一次", revision: seen));
        await RefusedAsync(HttpStatusCode.BadRequest, "没有等待确认的一步", met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Confirm, "再确认一次"));
        await RefusedAsync(HttpStatusCode.BadRequest, "请选一步", met.ActAsync(supplier, PairingSide.Company, PairingAction.Suggest, "直接通过验证", PairingState.Verified));
        await RefusedAsync(HttpStatusCode.BadRequest, "请选一个原因", met.ActAsync(supplier, PairingSide.Company, PairingAction.Terminate, "先停"));

        Assert.Equal((PairingState.Agreed, 4), ((await met.NowAsync()).State, (await met.NowAsync()).Events.Count));

        static async Task RefusedAsync(HttpStatusCode status, string words, Task<HttpResponseMessage> answering)
        {
            var answer = await answering;
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(words, await answer.ReadAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_else_opens_it_and_the_database_alone_keeps_it_so()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var supplier = await portal.SignedInAsync(met.Supplier);
        var rival = portal.NewAccount("rival");
        var other = new Organisation("澄星云算有限公司", OrganisationKind.Company);
        await portal.SaveAsync(other, rival, new Membership(other.Id, rival.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));
        var pairing = await met.InterestedAsync(supplier);

        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignedInAsync(rival)).GetAsync($"/pairings/{pairing.Id}", Stop)).StatusCode);
        Assert.Equal((0, 0), await SeenAsync(portal, Member(other, rival)));
        Assert.Equal((0, 0), await SeenAsync(portal, Person.Visitor));
        Assert.Equal((1, 1), await SeenAsync(portal, Member(met.Unit, met.Publisher)));
        Assert.Equal((1, 1), await SeenAsync(portal, new Person { AccountId = rival.Id, IsComplete = true, Posts = [new(StaffRole.Reviewer, "110000")] }));
        Assert.Equal((0, 0), await SeenAsync(portal, new Person { AccountId = rival.Id, IsComplete = true, Posts = [new(StaffRole.Reviewer, "440000")] }));
    }

    [Fact]
    public async Task What_nobody_answers_lapses_after_its_hour_and_both_are_told_once_and_reminded_before()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var pairing = await met.InterestedAsync(await portal.SignedInAsync(met.Supplier));
        var clock = portal.Services.GetRequiredService<PairingClock>();

        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        Assert.Equal(1, (await Task.WhenAll(clock.RemindAsync(Stop), clock.RemindAsync(Stop))).Sum());
        Assert.Contains("还等您答复，到 2026-11-30 23:59 为止", (await portal.MailToAsync(met.Publisher.Email!))[^1].TextBody, StringComparison.Ordinal);
        portal.Clock.SetUtcNow(pairing.AnswerDueAt!.Value);
        Assert.Equal(0, await clock.LapseAsync(Stop));
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await Task.WhenAll(clock.LapseAsync(Stop), clock.LapseAsync(Stop))).Sum());

        Assert.Equal(PairingState.Lapsed, (await met.NowAsync()).State);
        Assert.Equal(2, await portal.ReadAsync(db => db.Notifications.CountAsync(n => n.Detail == "Lapse/Lapsed/")));
        Assert.Contains("逾期未答复", await (await portal.SignedInAsync(met.Supplier)).ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_two_meet_once_at_a_time_and_again_after_it_ended()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var pairing = await met.InterestedAsync(supplier);
        var twice = await supplier.SubmitAsync("/workspace", [new("capability", $"{met.Capability.Id}"), new("Note", "再按一次。")], met.Begin);
        Assert.Equal($"/pairings/{pairing.Id}", twice.Headers.Location?.OriginalString);

        var again = await publisher.SubmitAsync("/workspace", [new("capability", $"{met.Capability.Id}"), new("Note", "请你们来。")], met.Begin);

        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        var page = await again.ReadAsync();
        Assert.All(["已经在对接", "请你们来。"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        (await met.ActAsync(supplier, PairingSide.Company, PairingAction.Withdraw, "这个月人手不够。", reason: PairingReason.NoCapacity)).EnsureRedirect();
        var invited = await publisher.SubmitAsync($"{met.Begin}?capability={met.Capability.Id}", [new("capability", $"{met.Capability.Id}"), new("Note", "下个月可以吗？")]);
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        Assert.Equal([PairingState.Withdrawn, PairingState.Invited], await portal.ReadAsync(db => db.Pairings.OrderBy(p => p.BeganAt).ThenBy(p => p.Number).Select(p => p.State).ToListAsync()));
        Assert.NotEqual(pairing.Id, await portal.ReadAsync(db => db.Pairings.Where(p => p.State == PairingState.Invited).Select(p => p.Id).SingleAsync()));
    }

    [Fact]
    public async Task A_need_that_closes_and_a_capability_that_is_withdrawn_end_nothing_and_nobodys_record_disappears()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        var pairing = await met.InterestedAsync(supplier, Words);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        await met.StepAsync(supplier, publisher, PairingState.Agreed);
        await met.StepAsync(supplier, publisher, PairingState.Piloting);
        await portal.ReadAsync(async db =>
        {
            (await db.Opportunities.SingleAsync(o => o.Id == met.Need.Id)).Close(OpportunityEnding.Withdrawn, portal.Clock.GetUtcNow());
            (await db.Capabilities.SingleAsync(c => c.Id == met.Capability.Id)).Withdraw("产品已停产。", portal.Clock.GetUtcNow());
            return await db.SaveChangesAsync(Stop);
        });

        foreach (var browser in new[] { supplier, publisher })
        {
            var page = await browser.ReadAsync($"/pairings/{pairing.Id}");
            Assert.All([Words, Met.NeedTitle, Met.CapabilityTitle, "试点", "这条需求已经结束", "这项能力已经撤下", "双方可以继续"], t => Assert.Contains(t, page, StringComparison.Ordinal));
        }

        (await met.WriteResultAsync(supplier, PairingSide.Company, Domain.Verification.MeasuredVerdict.Met)).EnsureRedirect();

        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Terminate, "产品停产，没有备件。", reason: PairingReason.Changed)).EnsureRedirect();
        Assert.Equal(PairingState.Terminated, (await met.NowAsync()).State);
        Assert.Contains("产品停产，没有备件。", await supplier.ReadAsync($"/pairings/{pairing.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_side_chooses_what_everyone_reads_and_the_less_counts()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher, visitor) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher), portal.Browser());
        var pairing = await met.InterestedAsync(supplier, Words);
        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        var address = $"/pairings/{pairing.Id}";

        await ShowAsync(supplier, PublicView.Story);
        Assert.DoesNotContain(Words, await visitor.ReadAsync(address), StringComparison.Ordinal);
        await ShowAsync(publisher, PublicView.Story);
        await portal.MatchedAsync();
        Assert.Contains(Words, await portal.Browser().ReadAsync(address), StringComparison.Ordinal);
        await ShowAsync(publisher, PublicView.Hidden);
        await portal.MatchedAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().GetAsync(address, Stop)).StatusCode);
        Assert.Equal(3, await portal.ReadAsync(db => db.Audit.CountAsync(a => a.SubjectId == pairing.Id && a.Action == "pairing.show")));

        async Task ShowAsync(HttpClient browser, PublicView view) =>
            (await browser.SubmitAsync("/workspace", [new("Revision", $"{(await met.NowAsync()).Revision}"), new("View", $"{view}")], $"{address}?handler=Show")).EnsureRedirect();
    }

    private static async Task<(int Pairings, int Events)> SeenAsync(PortalHost portal, Person person)
    {
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
        return (await db.Pairings.CountAsync(Stop), await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pairing_events").SingleAsync(Stop));
    }

    private static Person Member(Organisation organisation, Account account) => new()
    {
        AccountId = account.Id,
        IsComplete = true,
        Seats = [new Seat { OrganisationId = organisation.Id, Organisation = organisation.Name, Kind = organisation.Kind, Status = organisation.Status, Role = MemberRole.Editor }]
    };
}
