using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.UnitTests.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Showcases;

/// <summary>A showcase on its way: written, agreed to, reviewed by somebody else, released, joined, followed.</summary>
public sealed class ShowcaseTests
{
    private static readonly Guid Reviewer = Guid.CreateVersion7();

    private static readonly ShowcaseContent Content = new()
    {
        Title = "独居老人夜间跌倒十分钟内有人知道",
        Problem = "跌倒第二天才被发现。",
        Solution = "毫米波雷达发现跌倒，通知网格员。",
        Approach = "先装五户，再装六十户。",
        Weeks = 12,
        Cost = 18.5m,
        Applies = "独居老人多的社区。",
        Conditions = "有网格员值班。",
        Contact = PairingSide.Publisher
    };

    [Theory]
    [InlineData(PairingState.Verified, true)]
    [InlineData(PairingState.Adopted, true)]
    [InlineData(PairingState.Scaled, true)]
    [InlineData(PairingState.Piloting, false)]
    [InlineData(PairingState.Terminated, false)]
    [InlineData(PairingState.EndedWithinLimits, false)]
    public void Only_what_was_verified_becomes_a_showcase(PairingState state, bool may)
    {
        var pairing = Pairs.At(state);

        Assert.Equal(may, Record.Exception(() => Begun(pairing)) is null);
        Assert.Throws<RuleBrokenException>(() => Showcase.Begin(Pairs.At(PairingState.Verified), Certificate(pairing), "110101", Content, Pairs.Company, Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => Showcase.Begin(Pairs.At(PairingState.Verified), null, "110101", Content, Pairs.Company, Pairs.Monday));
    }

    [Fact]
    public void One_side_writes_the_other_agrees_and_whoever_writes_anew_is_agreed_to_anew()
    {
        var showcase = Begun();

        Assert.Equal(PairingSide.Publisher, showcase.WaitsFor);
        Assert.Throws<RuleBrokenException>(() => showcase.Agree(Pairs.Company, Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => showcase.Agree(new Actor(PairingSide.Publisher, Pairs.Company.AccountId), Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => showcase.Agree(Pairs.Operator, Pairs.Monday));
        showcase.Write(Content with { Cost = null }, Pairs.Publisher, Pairs.Monday);
        Assert.Equal((PairingSide.Company, null), (showcase.WaitsFor!.Value, showcase.Content.Cost));
        showcase.Agree(Pairs.Company, Pairs.Monday);
        Assert.Equal((ShowcaseState.Submitted, null), (showcase.State, showcase.WaitsFor));
        Assert.Throws<RuleBrokenException>(() => showcase.Write(Content, Pairs.Company, Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => showcase.Agree(Pairs.Company, Pairs.Monday));
    }

    [Fact]
    public void Nobody_decides_on_what_they_wrote_or_agreed_to()
    {
        var showcase = Agreed();

        Assert.Throws<RuleBrokenException>(() => showcase.Approve(Pairs.Company.AccountId!.Value, Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => showcase.Return("请写明条件。", Pairs.Publisher.AccountId!.Value, Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => showcase.Return(" ", Reviewer, Pairs.Monday));
        showcase.Return("请写明条件。", Reviewer, Pairs.Monday);
        Assert.Equal((ShowcaseState.Returned, "请写明条件。"), (showcase.State, showcase.ReturnReason));
        Assert.Throws<RuleBrokenException>(() => showcase.Approve(Reviewer, Pairs.Monday));
        showcase.Write(Content, Pairs.Publisher, Pairs.Monday);
        showcase.Agree(Pairs.Company, Pairs.Monday);
        showcase.Approve(Reviewer, Pairs.Monday);
        Assert.Equal((ShowcaseState.Approved, null), (showcase.State, showcase.ReturnReason));
    }

    [Fact]
    public void It_is_released_once_with_a_number_of_its_list_and_never_changes_again()
    {
        var showcase = Agreed();
        var batch = new ListRelease(ListKind.Showcases, 2026, 1, "2026年第一批场景示范案例");
        var number = batch.Add(showcase.Id, new FrozenItem { Title = showcase.Title, Summary = Content.Solution, Organisation = "示范市民政局" });

        Assert.Throws<RuleBrokenException>(() => showcase.Release(number, Pairs.Monday));
        showcase.Approve(Reviewer, Pairs.Monday);
        showcase.Release(number, Pairs.Monday);

        Assert.Equal("2026-01-例-001", showcase.Number);
        Assert.Throws<RuleBrokenException>(() => showcase.Write(Content, Pairs.Company, Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => showcase.Release(number, Pairs.Monday));
        Assert.Equal("2.1%", showcase.Proof.Values[0].Measured.Value);
    }

    [Theory]
    [InlineData("", "问题", 1, 1)]
    [InlineData("名称", " ", 1, 1)]
    [InlineData("名称", "问题", 0, 1)]
    [InlineData("名称", "问题", 521, 1)]
    [InlineData("名称", "问题", 1, 0)]
    [InlineData("名称", "问题", 1, -3)]
    public void What_is_missing_or_impossible_is_refused(string title, string problem, int weeks, int cost) =>
        Assert.Throws<RuleBrokenException>(() => Begun(content: Content with { Title = title, Problem = problem, Weeks = weeks, Cost = cost }));

    [Fact]
    public void Verified_government_units_join_what_is_released_and_not_their_own()
    {
        var showcase = Released();
        var (unit, company) = (Verified(new Organisation("东岸区民政局", OrganisationKind.Government)), Verified(new Organisation("某公司", OrganisationKind.Company)));

        Assert.Equal(unit.Id, Join(showcase, unit).OrganisationId);
        Assert.Throws<RuleBrokenException>(() => Join(showcase, company));
        Assert.Throws<RuleBrokenException>(() => Join(showcase, new Organisation("没有核验的局", OrganisationKind.Government)));
        Assert.Throws<RuleBrokenException>(() => Join(Agreed(), unit));
        Assert.Throws<RuleBrokenException>(() => new Wish("  ", null, null, null, Reviewer));
    }

    [Fact]
    public void A_lead_asks_for_those_who_joined_and_its_need_follows_the_showcase()
    {
        var showcase = Released();
        var (lead, other) = (Join(showcase, Unit("东岸区民政局")), Join(showcase, Unit("西岸区民政局")));
        var demand = new JointDemand(showcase, lead, [other], Reviewer, Pairs.Monday);

        Assert.True(demand.Holds(lead.OrganisationId) && demand.Holds(other.OrganisationId) && !demand.Holds(Reviewer));
        Assert.Throws<RuleBrokenException>(() => new JointDemand(showcase, lead, [Join(Released(), Unit("别处"))], Reviewer, Pairs.Monday));

        var need = new Opportunity(Guid.CreateVersion7(), lead.OrganisationId, new Need { Title = "也要", Description = "也要" }, Pairs.Monday);
        need.Follow(demand.ShowcaseId, demand.Id, demand.LeadId);
        Assert.Equal((showcase.Id, demand.Id), (need.ShowcaseId, need.DemandId));
        Assert.Throws<RuleBrokenException>(() => Pairs.Need(lead.OrganisationId).Follow(demand.ShowcaseId, demand.Id, demand.LeadId));
        Assert.Throws<RuleBrokenException>(() => new Opportunity(Guid.CreateVersion7(), Reviewer, new Need { Title = "也要", Description = "也要" }, Pairs.Monday).Follow(demand.ShowcaseId, demand.Id, demand.LeadId));
    }

    [Fact]
    public void What_is_too_long_too_late_or_of_the_wrong_side_is_refused_with_its_own_sentence()
    {
        var (tooLong, colleague) = (new string('长', 3000), new Actor(PairingSide.Company, Guid.CreateVersion7()));
        Assert.Equal("这是您方写的，由对方来同意。", Refused(() => Begun().Agree(colleague, Pairs.Monday)));
        Assert.Equal("没有等待同意的案例：可能已经同意过，或者正在审核。", Refused(() => Agreed().Agree(Pairs.Publisher, Pairs.Monday)));
        Assert.Equal("示范案例已经发布，不能再改。", Refused(() => Released().Write(Content, Pairs.Company, Pairs.Monday)));
        Assert.Equal("示范案例由需求方或者能力方来写。", Refused(() => Begun().Write(Content, Pairs.Operator, Pairs.Monday)));
        Assert.Equal("每一段不超过 {0} 字。", Refused(() => Begun(content: Content with { Pitfalls = tooLong })));
        Assert.Equal("适用的地方不超过 {0} 字。", Refused(() => Begun(content: Content with { Applies = tooLong })));
        Assert.Equal("请选由哪一方答复。", Refused(() => Begun(content: Content with { Contact = PairingSide.Operator })));
        Assert.Equal("数量不超过 {0} 字。", Refused(() => _ = new Wish("我们也要。", tooLong, null, null, Reviewer)));
        var showcase = Released();
        Assert.Equal("一条联合需求最多 {0} 个单位。", Refused(() => _ = new JointDemand(
            showcase, Join(showcase, Unit("东岸区民政局")), [.. Enumerable.Range(0, JointDemand.MaxMembers + 1).Select(n => Join(showcase, Unit($"单位{n}")))], Reviewer, Pairs.Monday)));
    }

    [Fact]
    public void Whose_own_it_is_does_not_join()
    {
        var unit = Unit("示范市民政局");
        var pairing = Pairing.Offer(Pairs.Pair(Pairs.Need(unit.Id)), Pairs.Company, "我们做过三个社区。", [], Pairs.Rules, Pairs.Monday);
        pairing.Accept(Pairs.Publisher, null, [], Pairs.Rules, Pairs.Monday);
        pairing.WritePlan(Pairs.Company, Pairs.Plan, null, Pairs.Rules, Pairs.Monday);
        pairing.AgreePlan(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday);
        foreach (var step in (PairingState[])[PairingState.Agreed, PairingState.Piloting, PairingState.Verified])
        {
            if (step is PairingState.Verified)
            {
                pairing.WriteResult(Pairs.Company, Pairs.Plan, Pairs.Result(), null, Pairs.Rules, Pairs.Monday);
            }

            pairing.Suggest(Pairs.Company, step, "已经办好。", Pairs.Rules, Pairs.Monday);
            pairing.Confirm(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday);
        }

        var showcase = Begun(pairing);
        showcase.Agree(Pairs.Publisher, Pairs.Monday);
        showcase.Approve(Reviewer, Pairs.Monday);
        showcase.Release("2026-01-例-001", Pairs.Monday);

        Assert.Equal("这是本单位自己的案例，不用加入。", Refused(() => Join(showcase, unit)));
    }

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Refusal;

    private static Organisation Unit(string name) => Verified(new Organisation(name, OrganisationKind.Government));

    private static Organisation Verified(Organisation organisation)
    {
        organisation.Identify(new UnifiedSocialCreditCode("914403001922038216"));
        organisation.Submit(Pairs.Monday);
        organisation.Verify();
        return organisation;
    }

    private static ShowcaseJoin Join(Showcase showcase, Organisation unit) => new(showcase, unit, new Wish("我们也要。", "300 户", null, null, Reviewer), Pairs.Monday);

    private static VerificationCertificate Certificate(Pairing pairing) => new(pairing.Id, "2026-证-0001", CheckCode.New(), new CertificateContent
    {
        PairingNumber = pairing.Number,
        Need = pairing.NeedTitle,
        Capability = pairing.CapabilityTitle,
        Publisher = "示范市民政局",
        Company = "安栖感知科技有限公司",
        From = Pairs.Plan.From,
        To = Pairs.Plan.To,
        Values = [new(Pairs.Plan.Criteria[0], new() { Value = "2.1%", Verdict = MeasuredVerdict.NotMet })],
        Witness = "检测中心",
        Conclusion = "可以用。",
        PlanHash = ContentHash.Of(Pairs.Plan)
    }, Pairs.Monday);

    private static Showcase Begun(Pairing? pairing = null, ShowcaseContent? content = null)
    {
        var verified = pairing ?? Pairs.At(PairingState.Verified);
        return Showcase.Begin(verified, Certificate(verified), "110101", content ?? Content, Pairs.Company, Pairs.Monday);
    }

    private static Showcase Agreed()
    {
        var showcase = Begun();
        showcase.Agree(Pairs.Publisher, Pairs.Monday);
        return showcase;
    }

    private static Showcase Released()
    {
        var showcase = Agreed();
        showcase.Approve(Reviewer, Pairs.Monday);
        showcase.Release("2026-01-例-001", Pairs.Monday);
        return showcase;
    }
}
