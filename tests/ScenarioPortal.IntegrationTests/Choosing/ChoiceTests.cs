using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.IntegrationTests.Pairings;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Choosing;

/// <summary>Companies side by side, experts who judge alone and then together, and a decision of which everyone hears no more than concerns them.</summary>
public sealed class ChoiceTests(PortalDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Companies_are_compared_judged_in_two_rounds_and_everyone_hears_their_own_outcome()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var compared = await Compared.MakeAsync(portal);
        var (publisher, one, two) = (await portal.SignedInAsync(compared.Met.Publisher), await portal.SignedInAsync(compared.One), await portal.SignedInAsync(compared.Two));
        var side = await publisher.ReadAsync(compared.Page);
        Assert.All(["安栖感知科技有限公司", Compared.RivalName, Compared.FirstWords, Compared.SecondWords, "全程不用摄像头。", "不装摄像头", "TRL 6", "技术契合", "expert-one"], t => Assert.Contains(t, side, StringComparison.Ordinal));
        Assert.Contains("可以放在一起比", await publisher.ReadAsync($"/pairings/{compared.First.Id}"), StringComparison.Ordinal);

        var choice = await compared.BegunAsync(publisher, compared.One, compared.Two);

        Assert.Equal((ChoiceState.Alone, 2), (choice.State, choice.Awaited));
        Assert.Contains("1 件事等您", await one.ReadAsync("/workspace"), StringComparison.Ordinal);
        Assert.Contains("请您为", (await portal.MailToAsync(compared.One.Email!))[^1].TextBody, StringComparison.Ordinal);
        var before = await one.ReadAsync($"/expert/cases/{choice.Id}");
        Assert.Contains(Compared.RivalName, before, StringComparison.Ordinal);
        Assert.DoesNotContain(Compared.SecondWords, before, StringComparison.Ordinal);
        (await Compared.DeclareAsync(one, choice)).EnsureRedirect();
        (await Compared.DeclareAsync(two, choice)).EnsureRedirect();
        Assert.Contains(Compared.SecondWords, await one.ReadAsync($"/expert/cases/{choice.Id}"), StringComparison.Ordinal);

        (await Compared.HandInAsync(one, choice, 1, 61, words: "只有第一位专家这样想。")).EnsureRedirect();
        foreach (var curious in new[] { await two.ReadAsync($"/expert/cases/{choice.Id}"), await publisher.ReadAsync($"/workspace/choices/{choice.Id}") })
        {
            Assert.DoesNotContain("只有第一位专家这样想。", curious, StringComparison.Ordinal);
        }

        (await Compared.HandInAsync(two, choice, 1, 81)).EnsureRedirect();
        var together = await two.ReadAsync($"/expert/cases/{choice.Id}");
        Assert.All(["只有第一位专家这样想。", "专家一", "专家二（您）", "第二轮"], t => Assert.Contains(t, together, StringComparison.Ordinal));
        Assert.DoesNotContain("expert-one", together, StringComparison.Ordinal);
        (await Compared.HandInAsync(one, choice, 2, 71, "看了对方的理由，分给低了。")).EnsureRedirect();
        (await Compared.HandInAsync(two, choice, 2, 81)).EnsureRedirect();
        var board = await publisher.ReadAsync($"/workspace/choices/{choice.Id}");
        Assert.All(["专家一 expert-one", "看了对方的理由，分给低了。", "71.4", "76.4", "专家都提交了第二轮评分"], t => Assert.Contains(t, board, StringComparison.Ordinal));

        (await compared.DecideAsync(publisher, choice, $"{compared.First.Id}", toSecond: "成熟度再高一些请再来。")).EnsureRedirect();

        Assert.Equal((PairingState.Interested, PairingState.Declined), ((await compared.NowAsync(compared.First)).State, (await compared.NowAsync(compared.Second)).State));
        var rival = await portal.SignedInAsync(compared.RivalSupplier);
        var own = await rival.ReadAsync($"/pairings/{compared.Second.Id}");
        Assert.All(["选定了别的单位", "成熟度再高一些请再来。"], t => Assert.Contains(t, own, StringComparison.Ordinal));
        Assert.All(["误报率最低。", "安栖感知", Compared.Remark, "76.4"], t => Assert.DoesNotContain(t, own, StringComparison.Ordinal));
        Assert.Contains("对方婉拒了", (await portal.MailToAsync(compared.RivalSupplier.Email!))[^1].TextBody, StringComparison.Ordinal);
        var kept = await publisher.ReadAsync($"/workspace/choices/{choice.Id}");
        Assert.All(["误报率最低。", "没有选中", Compared.Remark], t => Assert.Contains(t, kept, StringComparison.Ordinal));
        Assert.Equal(["choice.appoint", "choice.begin", "choice.decide", "choice.declare", "choice.declare", "choice.hand-in", "choice.hand-in", "choice.hand-in", "choice.hand-in"],
            (await portal.ReadAsync(db => db.Audit.Where(a => a.Action.StartsWith("choice.")).Select(a => a.Action).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(["Asked", "Asked", "HandedIn", "Over", "Over", "Ready", "Together"],
            (await portal.ReadAsync(db => db.Notifications.Where(n => n.Kind == NotificationKind.ChoiceMoved).Select(n => n.Detail!).ToListAsync())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_a_conflict_sees_no_papers_takes_no_part_and_the_publisher_is_told()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var compared = await Compared.MakeAsync(portal);
        var (publisher, one) = (await portal.SignedInAsync(compared.Met.Publisher), await portal.SignedInAsync(compared.One));
        var choice = await compared.BegunAsync(publisher, compared.One);

        Assert.Equal(HttpStatusCode.BadRequest, (await Compared.DeclareAsync(one, choice, Interests.Conflict)).StatusCode);
        (await Compared.DeclareAsync(one, choice, Interests.Conflict, "我在澄星云算做过顾问。")).EnsureRedirect();

        Assert.DoesNotContain(Compared.SecondWords, await one.ReadAsync($"/expert/cases/{choice.Id}"), StringComparison.Ordinal);
        var refused = await Compared.HandInAsync(one, choice, 1, 60);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("您申报了利益冲突", await refused.ReadAsync(), StringComparison.Ordinal);
        var seen = await publisher.ReadAsync($"/workspace/choices/{choice.Id}");
        Assert.All(["我在澄星云算做过顾问。", "请再请一位"], t => Assert.Contains(t, seen, StringComparison.Ordinal));
        Assert.Contains("申报了利益冲突", (await portal.MailToAsync(compared.Met.Publisher.Email!))[^1].TextBody, StringComparison.Ordinal);
        (await publisher.SubmitAsync("/workspace", [new("Experts", $"{compared.Two.Id}")], $"/workspace/choices/{choice.Id}?handler=Experts")).EnsureRedirect();
        Assert.Equal((2, 1), ((await compared.NowAsync()).Experts.Count, (await compared.NowAsync()).Awaited));
    }

    [Fact]
    public async Task An_expert_of_another_case_and_the_companies_find_nothing_and_the_database_alone_keeps_it_so()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var compared = await Compared.MakeAsync(portal);
        var stranger = await portal.StaffAsync("expert-three", StaffRole.Expert);
        var (publisher, one) = (await portal.SignedInAsync(compared.Met.Publisher), await portal.SignedInAsync(compared.One));
        var choice = await compared.BegunAsync(publisher, compared.One, compared.Two);
        (await Compared.DeclareAsync(one, choice)).EnsureRedirect();
        (await Compared.HandInAsync(one, choice, 1, 60)).EnsureRedirect();

        var other = await portal.SignedInAsync(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/expert/cases/{choice.Id}", Stop)).StatusCode);
        Assert.Contains("现在没有请您评分的项目", await other.ReadAsync("/expert/cases"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Compared.DeclareAsync(other, choice)).StatusCode);
        foreach (var company in new[] { await portal.SignedInAsync(compared.Met.Supplier), await portal.SignedInAsync(compared.RivalSupplier) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await company.GetAsync($"/workspace/choices/{choice.Id}", Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await company.GetAsync(compared.Page, Stop)).StatusCode);
        }

        Assert.Equal(new Seen(1, 2, 2, 2, 0), await SeenAsync(portal, Member(compared.Met.Unit, compared.Met.Publisher)));
        Assert.Equal(new Seen(1, 2, 2, 1, 1), await SeenAsync(portal, Expert(compared.One)));
        Assert.Equal(new Seen(1, 2, 0, 1, 0), await SeenAsync(portal, Expert(compared.Two)));
        Assert.Equal(new Seen(0, 0, 0, 0, 0), await SeenAsync(portal, Expert(stranger)));
        Assert.Equal(new Seen(0, 0, 0, 0, 0), await SeenAsync(portal, Member(compared.Rival, compared.RivalSupplier)));
        Assert.Equal(new Seen(0, 0, 0, 0, 0), await SeenAsync(portal, Person.Visitor));
        Assert.Equal(new Seen(0, 0, 0, 0, 0), await SeenAsync(portal, new Person { AccountId = compared.One.Id, IsComplete = true }));
        Assert.Equal(new Seen(0, 0, 0, 0, 0), await SeenAsync(portal, new Person { AccountId = stranger.Id, IsComplete = true, Posts = [new(StaffRole.Reviewer, "110000")] }));
        (await publisher.SubmitAsync("/workspace", [new("Why", "另一位出国了。")], $"/workspace/choices/{choice.Id}?handler=Close")).EnsureRedirect();
        Assert.Equal(new Seen(1, 2, 2, 2, 1), await SeenAsync(portal, Member(compared.Met.Unit, compared.Met.Publisher)));
        Assert.Equal(new Seen(1, 2, 0, 1, 0), await SeenAsync(portal, Expert(compared.Two)));
        Assert.Contains("请先申报利益关系", await (await Compared.HandInAsync(await portal.SignedInAsync(compared.Two), choice, 2, 60)).ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_lets_nobody_write_in_another_s_name_or_change_what_was_handed_in()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var compared = await Compared.MakeAsync(portal);
        var (publisher, one) = (await portal.SignedInAsync(compared.Met.Publisher), await portal.SignedInAsync(compared.One));
        var choice = await compared.BegunAsync(publisher, compared.One, compared.Two);
        (await Compared.DeclareAsync(one, choice)).EnsureRedirect();
        (await Compared.HandInAsync(one, choice, 1, 60)).EnsureRedirect();

        await using var expert = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(Expert(compared.One));
        Assert.Equal(0, await expert.ChoiceOpinions.ExecuteUpdateAsync(s => s.SetProperty(o => o.Why, "改过的"), Stop));
        Assert.Equal(0, await expert.ChoiceOpinions.ExecuteDeleteAsync(Stop));
        await RefusedAsync(() => expert.Choices.ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ChoiceState.Decided), Stop));
        await RefusedAsync(() => expert.Choices.ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ChoiceState.Together).SetProperty(c => c.Awaited, 5), Stop));
        await RefusedAsync(() => expert.Database.ExecuteSqlAsync($"UPDATE choice_experts SET declared = 'Conflict'", Stop));
        await RefusedAsync(() => expert.Database.ExecuteSqlAsync($"INSERT INTO choice_opinions (choice_id, expert, round, marks, at) VALUES ({choice.Id}, 2, 1, '[]', now())", Stop));
        await using var unit = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(Member(compared.Met.Unit, compared.Met.Publisher));
        await RefusedAsync(() => unit.Database.ExecuteSqlAsync($"INSERT INTO choice_opinions (choice_id, expert, round, marks, at) VALUES ({choice.Id}, 2, 1, '[]', now())", Stop));
        await RefusedAsync(() => unit.Database.ExecuteSqlAsync($"INSERT INTO choice_experts (choice_id, place, account_id, appointed_at) VALUES ({choice.Id}, 3, {compared.RivalSupplier.Id}, now())", Stop));
        await RefusedAsync(() => unit.Database.ExecuteSqlAsync($"UPDATE choice_candidates SET company = '改过的'", Stop));
        Assert.Equal(0, await unit.Database.ExecuteSqlAsync($"UPDATE choice_experts SET declared = 'Clear'", Stop));
        await using var rival = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(Member(compared.Rival, compared.RivalSupplier));
        Assert.Equal(0, await rival.Choices.ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ChoiceState.Abandoned), Stop));

        static async Task RefusedAsync(Func<Task<int>> change) => Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(change)).SqlState);
    }

    [Fact]
    public async Task Two_experts_who_hand_in_at_the_same_moment_are_both_counted_and_a_double_press_counts_once()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var compared = await Compared.MakeAsync(portal);
        var (publisher, one, two) = (await portal.SignedInAsync(compared.Met.Publisher), await portal.SignedInAsync(compared.One), await portal.SignedInAsync(compared.Two));
        var choice = await compared.BegunAsync(publisher, compared.One, compared.Two);
        (await Compared.DeclareAsync(one, choice)).EnsureRedirect();
        (await Compared.DeclareAsync(two, choice)).EnsureRedirect();

        var answers = await Task.WhenAll(Compared.HandInAsync(one, choice, 1, 60), Compared.HandInAsync(two, choice, 1, 70), Compared.HandInAsync(one, choice, 1, 60), Compared.HandInAsync(two, choice, 1, 70));

        Assert.Equal(2, answers.Count(a => a.StatusCode is HttpStatusCode.Redirect));
        Assert.Equal((ChoiceState.Together, 2, 2), ((await compared.NowAsync()).State, (await compared.NowAsync()).Awaited, await portal.ReadAsync(db => db.ChoiceOpinions.CountAsync())));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var compared = await Compared.MakeAsync(portal);
        var (publisher, one) = (await portal.SignedInAsync(compared.Met.Publisher), await portal.SignedInAsync(compared.One));

        await RefusedAsync(HttpStatusCode.BadRequest, ["权重加起来应该是 100，现在是 90。", "value=\"50\""], await compared.BeginAsync(publisher, [compared.One], weight: 50));
        await RefusedAsync(HttpStatusCode.BadRequest, ["请从名单里选专家"], await compared.BeginAsync(publisher, [compared.RivalSupplier]));
        var choice = await compared.BegunAsync(publisher, compared.One);
        Assert.Equal($"/workspace/choices/{choice.Id}", (await compared.BeginAsync(publisher, [compared.One])).Headers.Location?.OriginalString);
        await RefusedAsync(HttpStatusCode.BadRequest, ["专家还在第一轮评分"], await compared.DecideAsync(publisher, choice, $"{compared.First.Id}"));
        (await Compared.DeclareAsync(one, choice)).EnsureRedirect();
        await RefusedAsync(HttpStatusCode.BadRequest, ["请填 0 到 100 的整数。", Compared.Remark], await Compared.HandInAsync(one, choice, 1, 101));
        await RefusedAsync(HttpStatusCode.BadRequest, ["请写一句理由"], await Compared.HandInAsync(one, choice, 1, 50, words: " "));
        await RefusedAsync(HttpStatusCode.BadRequest, ["请写明为什么不再等"], await publisher.SubmitAsync("/workspace", [new("Why", "")], $"/workspace/choices/{choice.Id}?handler=Close"));
        (await Compared.HandInAsync(one, choice, 1, 50)).EnsureRedirect();
        await RefusedAsync(HttpStatusCode.BadRequest, ["您改了分数", "value=\"51\""], await Compared.HandInAsync(one, choice, 2, 51));
        await RefusedAsync(HttpStatusCode.BadRequest, ["请选一家", "请写一句话给没有选上的企业", "误报率最低。"], await compared.DecideAsync(publisher, choice, "", toAll: ""));
        await RefusedAsync(HttpStatusCode.Conflict, ["这次比选有了新的进展", "误报率最低。"], await compared.DecideAsync(publisher, choice, $"{compared.First.Id}", revision: 1));
        Assert.Equal(ChoiceState.Together, (await compared.NowAsync()).State);

        static async Task RefusedAsync(HttpStatusCode status, string[] words, HttpResponseMessage answer)
        {
            var page = await answer.ReadAsync();
            Assert.Equal(status, answer.StatusCode);
            Assert.All(words, w => Assert.Contains(w, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task None_may_be_chosen_without_experts_and_a_choice_given_up_ends_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var compared = await Compared.MakeAsync(portal);
        var publisher = await portal.SignedInAsync(compared.Met.Publisher);
        var given = await compared.BegunAsync(publisher);
        (await publisher.SubmitAsync("/workspace", [new("GivenUpWhy", "权重写错了。")], $"/workspace/choices/{given.Id}?handler=Abandon")).EnsureRedirect();
        Assert.Equal(PairingState.Interested, (await compared.NowAsync(compared.First)).State);
        (await compared.BeginAsync(publisher, [])).EnsureRedirect();
        var choice = await portal.ReadAsync(db => db.Choices.AsNoTracking().AsSplitQuery().SingleAsync(c => c.State == ChoiceState.Open));

        (await compared.DecideAsync(publisher, choice, "none", revision: choice.Revision)).EnsureRedirect();

        foreach (var pairing in new[] { compared.First, compared.Second })
        {
            var now = await compared.NowAsync(pairing);
            Assert.Equal((PairingState.Declined, PairingReason.NoneChosen, "谢谢您，这次选了别家。"), (now.State, now.Events[^1].Reason, now.Events[^1].Note));
        }

        Assert.Contains("一家也没有选", await publisher.ReadAsync($"/workspace/choices/{choice.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_one_has_agreed_the_page_offers_to_tell_the_others_and_does_it_with_one_press()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var compared = await Compared.MakeAsync(portal);
        var publisher = await portal.SignedInAsync(compared.Met.Publisher);
        var others = $"/workspace/needs/{compared.Met.Need.Id}/others";
        Assert.Contains("现在不用告诉谁", await publisher.ReadAsync(others), StringComparison.Ordinal);
        await compared.AgreeAsync(compared.First);

        Assert.Contains("告诉其余 1 家", await publisher.ReadAsync($"/pairings/{compared.First.Id}"), StringComparison.Ordinal);
        Assert.Contains("告诉其余 1 家", await publisher.ReadAsync($"/workspace/needs/{compared.Met.Need.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("告诉其余", await (await portal.SignedInAsync(compared.Met.Supplier)).ReadAsync($"/pairings/{compared.First.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await publisher.SubmitAsync("/workspace", [new("Words", " ")], others)).StatusCode);
        (await publisher.SubmitAsync("/workspace", [new("Words", "这次和另一家签了，谢谢您来。")], others)).EnsureRedirect();

        var rival = await (await portal.SignedInAsync(compared.RivalSupplier)).ReadAsync($"/pairings/{compared.Second.Id}");
        Assert.All(["选定了别的单位", "这次和另一家签了，谢谢您来。"], t => Assert.Contains(t, rival, StringComparison.Ordinal));
        Assert.Equal(PairingState.Agreed, (await compared.NowAsync(compared.First)).State);
        Assert.Contains("没有还在等的了", await (await publisher.SubmitAsync("/workspace", [new("Words", "再说一次。")], others)).ReadAsync(), StringComparison.Ordinal);
    }

    private sealed record Seen(int Choices, int Candidates, int Dossiers, int Experts, int Opinions);

    private static async Task<Seen> SeenAsync(PortalHost portal, Person person)
    {
        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(person);
        return new Seen(
            await db.Choices.CountAsync(Stop), await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM choice_candidates").SingleAsync(Stop), await db.ChoiceDossiers.CountAsync(Stop),
            await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM choice_experts").SingleAsync(Stop), await db.ChoiceOpinions.CountAsync(Stop));
    }

    private static Person Expert(Account account) => new() { AccountId = account.Id, IsComplete = true, Posts = [new(StaffRole.Expert, null)] };

    private static Person Member(Organisation organisation, Account account) => new()
    {
        AccountId = account.Id,
        IsComplete = true,
        Seats = [new Seat { OrganisationId = organisation.Id, Organisation = organisation.Name, Kind = organisation.Kind, Status = organisation.Status, Role = MemberRole.Editor }]
    };
}
