using CsCheck;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Scoring;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class CriteriaTests
{
    private static readonly NeedDocument Need = new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "无人机", Description = "森林防火" };

    private static readonly CapabilityDocument Capability =
        new() { Id = DocumentGen.Identity(2), Revision = 1, Title = "无人机", Description = "森林防火灭火" };

    [Fact]
    public void Missing_is_unknown_and_never_unmet()
    {
        Gen.Select(DocumentGen.Need, DocumentGen.Capability).Sample((need, capability) =>
        {
            var silent = capability with
            {
                Field = null,
                RegionCode = null,
                ServiceRegionCodes = [],
                Trl = null,
                PriceMinimum = null,
                AvailableFrom = null
            };

            Assert.DoesNotContain(Reasons(need, silent), r => r.Verdict == Verdict.Unmet);
            Assert.Null(Explain(need, silent).ExcludedBy);
        }, iter: 100);
    }

    [Fact]
    public void Missing_neither_helps_nor_hurts()
    {
        var asked = Need with { MinimumTrl = 7, BudgetMaximum = 100, Deadline = new(2027, 1, 1), RegionCode = "440305", Field = "应急管理" };

        Assert.Equal(Explain(Need, Capability).Score, Explain(asked, Capability).Score);
        Assert.Equal(0.5, Judgement.Unknown(ReasonDetail.BudgetNotStated).Value);
    }

    [Theory]
    [InlineData("440305", "440305", Verdict.Met)]
    [InlineData("440305", "440307", Verdict.Met)]
    [InlineData("440305", "440300", Verdict.Met)]
    [InlineData("440305", "440106", Verdict.Partly)]
    [InlineData("440305", "440000", Verdict.Partly)]
    [InlineData("440305", "110101", Verdict.Unknown)]
    [InlineData("441900", "441900", Verdict.Met)]
    [InlineData("440000", "440305", Verdict.Partly)]
    [InlineData("前海", "440305", Verdict.Unknown)]
    public void The_nearer_the_region_the_better(string wanted, string home, Verdict verdict)
    {
        Assert.Equal(verdict, RegionScorer.Judge(Need with { RegionCode = wanted }, Capability with { RegionCode = home }).Verdict);
    }

    [Theory]
    [InlineData("440000", Verdict.Met)]
    [InlineData("440300", Verdict.Met)]
    [InlineData("110000", Verdict.Unmet)]
    public void A_stated_service_region_covers_its_parts_and_nothing_else(string served, Verdict verdict)
    {
        var capability = Capability with { RegionCode = "110101", ServiceRegionCodes = [served] };

        Assert.Equal(verdict, RegionScorer.Judge(Need with { RegionCode = "440305" }, capability).Verdict);
    }

    [Theory]
    [InlineData(7, 7, Verdict.Met)]
    [InlineData(7, 6, Verdict.Partly)]
    [InlineData(7, 4, Verdict.Unmet)]
    public void The_level_of_maturity_is_compared(int wanted, int level, Verdict verdict)
    {
        Assert.Equal(verdict, MaturityScorer.Judge(Need with { MinimumTrl = wanted }, Capability with { Trl = level }).Verdict);
    }

    [Theory]
    [InlineData(100, 100, Verdict.Met)]
    [InlineData(100, 125, Verdict.Partly)]
    [InlineData(100, 126, Verdict.Unmet)]
    public void The_price_is_compared_with_the_budget(int budget, int price, Verdict verdict)
    {
        Assert.Equal(verdict, BudgetScorer.Judge(Need with { BudgetMaximum = budget }, Capability with { PriceMinimum = price }).Verdict);
    }

    [Fact]
    public void The_first_possible_day_is_compared_with_the_deadline()
    {
        var need = Need with { Deadline = new(2027, 1, 31) };

        Assert.Equal(Verdict.Met, ScheduleScorer.Judge(need, Capability with { AvailableFrom = new(2027, 1, 31) }).Verdict);
        Assert.Equal(Verdict.Unmet, ScheduleScorer.Judge(need, Capability with { AvailableFrom = new(2027, 2, 1) }).Verdict);
    }

    [Fact]
    public void Fields_are_the_same_of_one_area_or_different()
    {
        var need = Need with { Field = "应急管理", FieldArea = "安全" };

        Assert.Equal(Verdict.Met, FieldScorer.Judge(need, Capability with { Field = "应急管理" }).Verdict);
        Assert.Equal(Verdict.Partly, FieldScorer.Judge(need, Capability with { Field = "施工安全", FieldArea = "安全" }).Verdict);
        Assert.Equal(Verdict.Unmet, FieldScorer.Judge(need, Capability with { Field = "教育", FieldArea = "民生" }).Verdict);
    }

    [Fact]
    public void A_wanted_technology_is_found_in_the_text_in_part_or_not_mentioned()
    {
        var need = Need with { Technologies = ["森林防火", "直升机", "毫米波"] };
        var capability = Capability with { Technologies = ["直升"] };

        Assert.Equal(
            [ReasonDetail.TechnologyFound, ReasonDetail.TechnologyFoundInPart, ReasonDetail.TechnologyNotMentioned],
            Reasons(need, capability).Where(r => r.Criterion == Criterion.Technology).Select(r => r.Detail));
    }

    [Fact]
    public void A_required_condition_known_to_fail_excludes_and_says_which()
    {
        var need = Need with { RegionCode = "440305", Conditions = [new() { Text = "须在本市注册", Required = true }] };
        var matcher = Matcher(need, Capability with { RegionCode = "110101" });

        var match = Assert.Single(matcher.CapabilitiesFor(need, 10));

        Assert.Equal("须在本市注册", match.ExcludedBy);
        Assert.True(match.Score < ScenarioPortal.Matching.Matcher.ShownFrom);
        Assert.Equal(match, matcher.NeedsFor(matcher.Capability(match.Id)!, 10)[0] with { Id = match.Id });
    }

    [Theory]
    [InlineData("须在本市注册", "440305", "440106", false)]
    [InlineData("须在本市注册", "440305", "440300", true)]
    [InlineData("限本省企业", "440305", "440106", true)]
    [InlineData("注册地在本区", "440305", "440300", null)]
    [InlineData("注册地在本区", "440305", "440307", false)]
    [InlineData("须在本市注册", "440305", null, null)]
    [InlineData("不要求本地注册", "440305", "110101", null)]
    [InlineData("本地企业优先", "440305", "110101", null)]
    [InlineData("产品须在本市药监部门注册", "440305", "110101", null)]
    [InlineData("具备ISO9001", "440305", "110101", null)]
    public void A_demand_for_a_local_company_holds_fails_or_is_none(string condition, string need, string? company, bool? holds)
    {
        Assert.Equal(holds, LocalCondition.Holds(condition, need, company));
    }

    [Theory]
    [InlineData("TRL≥7", 7, true)]
    [InlineData("技术成熟度不低于7级", 6, false)]
    [InlineData("TRL≥7", null, null)]
    [InlineData("成熟可靠", 9, null)]
    public void A_demand_for_a_level_of_maturity_holds_fails_or_is_none(string condition, int? level, bool? holds)
    {
        Assert.Equal(holds, MaturityCondition.Holds(condition, level));
    }

    [Fact]
    public void A_wish_known_to_fail_only_ranks()
    {
        var need = Need with { MinimumTrl = null, Conditions = [new() { Text = "TRL不低于7级", Required = false }] };

        var low = Explain(need, Capability with { Trl = 4 });
        var high = Explain(need, Capability with { Trl = 8 });

        Assert.Null(low.ExcludedBy);
        Assert.True(low.Score < high.Score);
    }

    [Theory]
    [InlineData("具备等保三级证书", "等保三级", Verdict.Met)]
    [InlineData("须持有有效的ISO9001质量管理体系认证", "ISO9001质量管理体系认证", Verdict.Met)]
    [InlineData("具有测绘甲级资质", "甲级测绘资质证书", Verdict.Met)]
    [InlineData("具备等保三级证书", "高新技术企业证书", Verdict.Unknown)]
    [InlineData("具有相关资质证书", "高新技术企业证书", Verdict.Unknown)]
    public void A_condition_is_looked_for_in_certificates_whatever_they_are_called(string condition, string certificate, Verdict verdict)
    {
        var need = Need with { Conditions = [new() { Text = condition, Required = true }] };
        var certified = Capability with { Certificates = [certificate] };

        Assert.Equal(verdict, Reasons(need, certified).Single(r => r.Criterion == Criterion.Condition).Verdict);
        Assert.Equal(Explain(Need, Capability).Score, Explain(Need, certified).Score);
        Assert.True(verdict is Verdict.Unknown || Explain(need, certified).Score > Explain(need, Capability).Score);
    }

    [Fact]
    public void A_condition_in_words_is_found_or_to_be_asked()
    {
        var need = Need with { Conditions = [new() { Text = "具备ISO9001", Required = true }] };

        var certified = Condition(need, Capability with { Description = "具备 ISO9001 证书" });
        var silent = Condition(need, Capability);

        Assert.Equal((Verdict.Met, ReasonDetail.ConditionFound), (certified.Verdict, certified.Detail));
        Assert.Equal((Verdict.Unknown, ReasonDetail.ConditionNotMentioned), (silent.Verdict, silent.Detail));

        static MatchReason Condition(NeedDocument need, CapabilityDocument capability) =>
            Reasons(need, capability).Single(r => r.Criterion == Criterion.Condition);
    }

    [Fact]
    public void What_nobody_confirmed_ranks_a_little_lower_and_the_reason_says_what_that_cost()
    {
        Gen.Select(DocumentGen.Need, DocumentGen.Capability).Sample((need, capability) =>
        {
            var (confirmed, silent) = (Explain(need, capability), Explain(need, capability with { IsUnconfirmed = true }));
            var reason = Assert.Single(silent.Reasons, r => r.Criterion == Criterion.Confirmation);
            var cost = double.Parse(Assert.Single(reason.Values), System.Globalization.CultureInfo.InvariantCulture);

            Assert.DoesNotContain(confirmed.Reasons, r => r.Criterion == Criterion.Confirmation);
            Assert.Equal((Verdict.Unmet, ReasonDetail.NotConfirmed), (reason.Verdict, reason.Detail));
            Assert.Equal(confirmed.Score, silent.Score + cost, 0.00005);
            Assert.InRange(confirmed.Score - silent.Score, double.Epsilon, 0.1);
        }, iter: 100);
    }

    [Fact]
    public void Credit_below_zero_costs_a_little_that_the_reason_states_and_everything_else_is_the_same_to_the_bit()
    {
        Gen.Select(DocumentGen.Need, DocumentGen.Capability, Gen.Int[1, 100_000], Gen.Bool).Sample((need, capability, hundredths, isUnconfirmed) =>
        {
            var offer = capability with { IsUnconfirmed = isUnconfirmed };
            var nothing = Explain(need, offer);
            var (good, bad) = (Explain(need, offer with { Credit = hundredths / 100m }), Explain(need, offer with { Credit = -hundredths / 100m }));
            var reason = Assert.Single(bad.Reasons, r => r.Criterion == Criterion.Credit);

            Assert.Equal(BitConverter.DoubleToInt64Bits(nothing.Score), BitConverter.DoubleToInt64Bits(good.Score));
            Assert.Equal(nothing.Reasons.Select(r => (r.Detail, r.Points)), good.Reasons.Select(r => (r.Detail, r.Points)));
            Assert.DoesNotContain(nothing.Reasons, r => r.Criterion == Criterion.Credit);
            Assert.Equal((Verdict.Unmet, ReasonDetail.CreditBelowZero), (reason.Verdict, reason.Detail));
            Assert.InRange(nothing.Score - bad.Score, 0, 0.04);
            Assert.Equal(bad.Score, (double)bad.Reasons.Sum(r => r.Points ?? 0));
            Assert.Equal(nothing.Reasons.Select(r => r.Points).Where(p => p is not null), bad.Reasons.Where(r => r.Criterion != Criterion.Credit).Select(r => r.Points).Where(p => p is not null));
        }, iter: 200);
    }

    /// <summary>With the weight at nothing, which is how pairs were judged before it was there.</summary>
    [Fact]
    public void Where_nobody_has_credit_the_weight_of_credit_changes_no_score()
    {
        var without = MatchWeights.Load(new StringReader(MatchWeights.Shipped.ToText().Replace("\ncredit,0,0.1,", "\ncredit,0,0,", StringComparison.Ordinal)));
        Gen.Select(DocumentGen.Changes, DocumentGen.Need).Sample((changes, need) =>
        {
            var matcher = new Matcher(TinyDictionary.Analyzer);
            matcher.Apply(changes);

            Assert.Equal(matcher.With(without).CapabilitiesFor(need, 20).Select(m => (m.Id, BitConverter.DoubleToInt64Bits(m.Score))), matcher.CapabilitiesFor(need, 20).Select(m => (m.Id, BitConverter.DoubleToInt64Bits(m.Score))));
        }, iter: 100);
    }

    [Fact]
    public void Of_two_equals_the_confirmed_one_stands_first_from_either_side()
    {
        var (first, second) = (Capability with { Id = DocumentGen.Identity(2), IsUnconfirmed = true }, Capability with { Id = DocumentGen.Identity(3) });
        var matcher = Matcher(Need, first, second);

        var ranked = matcher.CapabilitiesFor(Need, 10);

        Assert.Equal([second.Id, first.Id], ranked.Select(m => m.Id));
        Assert.Equal(ranked[1].Score, Assert.Single(matcher.NeedsFor(matcher.Capability(first.Id)!, 10)).Score);
    }

    private static IReadOnlyList<MatchReason> Reasons(NeedDocument need, CapabilityDocument capability) => Explain(need, capability).Reasons;

    private static MatchExplanation Explain(NeedDocument need, CapabilityDocument capability) =>
        Matcher(need, Capability with { Id = DocumentGen.Identity(99) }).Explain(need, capability);

    private static Matcher Matcher(NeedDocument need, params CapabilityDocument[] capabilities)
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges { Needs = [need], Capabilities = capabilities });
        return matcher;
    }
}
