using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.UnitTests.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Verification;

/// <summary>A pilot begins with a plan that both agreed to, nobody changes it then, and what it ends with must follow from what was measured.</summary>
public sealed class VerificationTests
{
    [Fact]
    public void A_pilot_waits_for_a_plan_that_both_agreed_to_and_a_changed_plan_is_agreed_to_again()
    {
        var pairing = Pairs.At(PairingState.Agreed, planWaitsFor: PairingSide.Publisher);

        Assert.Contains("还没有得到双方同意", Refused(() => Suggest(pairing, PairingState.Piloting)), StringComparison.Ordinal);
        Assert.Contains("由对方来同意", Refused(() => pairing.AgreePlan(Pairs.Company, null, Pairs.Rules, Pairs.Monday)), StringComparison.Ordinal);
        pairing.AgreePlan(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday);
        Assert.Contains("双方已经同意", Refused(() => pairing.AgreePlan(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday)), StringComparison.Ordinal);
        pairing.WritePlan(Pairs.Publisher, Pairs.Plan with { SafetyLimits = "漏报 0 起。" }, null, Pairs.Rules, Pairs.Monday);
        Assert.Equal((PairingSide.Company, null), (pairing.Proof.PlanWaitsFor, pairing.Proof.PlanAgreedAt));
        Refused(() => Suggest(pairing, PairingState.Piloting));
        pairing.AgreePlan(Pairs.Company, null, Pairs.Rules, Pairs.Monday);
        Suggest(pairing, PairingState.Piloting);
        Assert.Contains("等待确认", Refused(() => pairing.WritePlan(Pairs.Publisher, Pairs.Plan, null, Pairs.Rules, Pairs.Monday)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_plan_no_pilot_is_suggested()
    {
        var pairing = Pairs.Begun(PairingState.Interested);
        pairing.Accept(Pairs.Publisher, null, [], Pairs.Rules, Pairs.Monday);
        Assert.Contains("还没有验证方案", Refused(() => pairing.AgreePlan(Pairs.Company, null, Pairs.Rules, Pairs.Monday)), StringComparison.Ordinal);
        Suggest(pairing, PairingState.Agreed);
        pairing.Confirm(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday);

        Assert.Contains("请先写验证方案", Refused(() => Suggest(pairing, PairingState.Piloting)), StringComparison.Ordinal);
    }

    [Fact]
    public void From_the_beginning_of_the_pilot_nobody_writes_a_plan()
    {
        var pairing = Pairs.At(PairingState.Piloting);

        foreach (var side in new[] { Pairs.Publisher, Pairs.Company })
        {
            Assert.Contains("不能再改", Refused(() => pairing.WritePlan(side, Pairs.Plan, null, Pairs.Rules, Pairs.Monday)), StringComparison.Ordinal);
        }

        Assert.NotNull(pairing.Proof.PlanFrozenAt);
        Assert.Equal(ContentHash.Of(Pairs.Plan), pairing.Events.Single(e => e.Number == pairing.Proof.PlanNumber).ContentHash);
    }

    [Theory]
    [InlineData(MeasuredVerdict.Met, null, true, VerificationOutcome.Met, true, false)]
    [InlineData(MeasuredVerdict.NotMet, "够用", true, VerificationOutcome.MetWithReason, true, true)]
    [InlineData(MeasuredVerdict.NotMet, null, true, VerificationOutcome.Missed, false, true)]
    [InlineData(MeasuredVerdict.NotMeasured, null, true, VerificationOutcome.Missed, false, true)]
    [InlineData(MeasuredVerdict.Met, null, false, VerificationOutcome.Unsafe, false, false)]
    [InlineData(MeasuredVerdict.NotMet, "够用", false, VerificationOutcome.Unsafe, false, false)]
    public void What_a_pilot_ends_with_follows_from_its_result(MeasuredVerdict verdict, string? reason, bool withinLimits, VerificationOutcome outcome, bool verified, bool ended)
    {
        var pairing = Pairs.At(PairingState.Piloting);

        pairing.WriteResult(Pairs.Publisher, Pairs.Plan, Pairs.Result(verdict, reason, withinLimits), null, Pairs.Rules, Pairs.Monday);

        Assert.Equal(outcome, pairing.Proof.Outcome);
        Ends(PairingState.Verified, verified);
        Ends(PairingState.EndedWithinLimits, ended);

        void Ends(PairingState step, bool may)
        {
            if (may)
            {
                Suggest(pairing, step);
                pairing.TakeBack(Pairs.Company, null, Pairs.Rules, Pairs.Monday);
            }
            else
            {
                Assert.EndsWith("。", Refused(() => Suggest(pairing, step)));
            }
        }
    }

    [Fact]
    public void A_result_that_was_not_confirmed_is_written_again()
    {
        var pairing = Pairs.At(PairingState.Piloting, PairingSide.Company);
        pairing.Refuse(Pairs.Publisher, "第三栋没有测。", Pairs.Rules, Pairs.Monday);

        Assert.Contains("请先写验证结果", Refused(() => Suggest(pairing, PairingState.Verified)), StringComparison.Ordinal);
        pairing.WriteResult(Pairs.Company, Pairs.Plan, Pairs.Result(MeasuredVerdict.Met), null, Pairs.Rules, Pairs.Monday);
        Suggest(pairing, PairingState.Verified);
        pairing.Confirm(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday, rating: 5);

        Assert.Equal((PairingState.Verified, 5), (pairing.State, pairing.Events[^1].Rating));
    }

    [Fact]
    public void Only_the_publisher_rates_and_only_at_the_end_of_a_pilot()
    {
        const string NotNow = "只有需求方在试点结束时评价。";
        Assert.Equal(NotNow, Refused(() => Pairs.At(PairingState.Piloting, PairingSide.Publisher).Confirm(Pairs.Company, null, Pairs.Rules, Pairs.Monday, rating: 5)));
        Assert.Equal(NotNow, Refused(() => Pairs.At(PairingState.Engaged, PairingSide.Company).Confirm(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday, rating: 5)));
        Assert.Equal("评价是 1 到 {0} 分。", Refused(() => Pairs.At(PairingState.Piloting, PairingSide.Company).Confirm(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday, rating: 6)));
    }

    [Fact]
    public void A_plan_names_what_is_measured_and_how_and_a_result_speaks_of_each()
    {
        var pairing = Pairs.At(PairingState.Engaged);
        foreach (var wrong in (PlanContent[])
        [
            Pairs.Plan with { Criteria = [] },
            Pairs.Plan with { Criteria = [Pairs.Plan.Criteria[0] with { Method = " " }] },
            Pairs.Plan with { To = Pairs.Plan.From.AddDays(-1) },
            Pairs.Plan with { Criteria = [Pairs.Plan.Criteria[0] with { Target = new string('长', PlanCriterion.TextMaxLength + 1) }] },
            Pairs.Plan with { SafetyLimits = "" },
            Pairs.Plan with { RiskControls = new string('险', PlanContent.TextMaxLength + 1) }
        ])
        {
            Refused(() => pairing.WritePlan(Pairs.Company, wrong, null, Pairs.Rules, Pairs.Monday));
        }

        foreach (var wrong in (ResultContent[])
        [
            Pairs.Result() with { Values = [] },
            Pairs.Result() with { Values = [new() { Verdict = MeasuredVerdict.Met }] },
            Pairs.Result() with { Values = [new() { Value = new string('长', PlanCriterion.TextMaxLength + 1), Verdict = MeasuredVerdict.Met }] },
            Pairs.Result() with { Conclusion = " " },
            Pairs.Result() with { Reason = new string('长', ResultContent.TextMaxLength + 1) },
            Pairs.Result() with { Witness = "" },
            Pairs.Result() with { Findings = [" "] }
        ])
        {
            Refused(() => Pairs.At(PairingState.Piloting).WriteResult(Pairs.Company, Pairs.Plan, wrong, null, Pairs.Rules, Pairs.Monday));
        }
    }

    [Fact]
    public void The_same_content_has_the_same_hash_and_a_changed_one_another()
    {
        Assert.Equal(ContentHash.Of(Pairs.Plan), ContentHash.Of(Pairs.Plan with { Criteria = [Pairs.Plan.Criteria[0] with { }] }));
        Assert.NotEqual(ContentHash.Of(Pairs.Plan), ContentHash.Of(Pairs.Plan with { To = Pairs.Plan.To.AddDays(1) }));
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", CheckCode.OfHash(ContentHash.Of(Pairs.Plan)));
    }

    [Theory]
    [InlineData("ABCD-EFGH-JKLM-NPQR", "ABCDEFGHJKLMNPQR")]
    [InlineData(" abcd efgh jklm npqr ", "ABCDEFGHJKLMNPQR")]
    [InlineData("ＡＢＣＤ－ＥＦＧＨ－ＪＫＬＭ－ＮＰＱＲ", "ABCDEFGHJKLMNPQR")]
    [InlineData("ABCD-EFGH-JKLM-NPQ0", null)]
    [InlineData("ABCD-EFGH", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, CheckCode.Read(typed));

    [Fact]
    public void Codes_differ_and_are_read_as_they_are_made() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => CheckCode.New()).Where(c => CheckCode.Read(CheckCode.InGroups(c)) == c).Distinct().Count());

    private static void Suggest(Pairing pairing, PairingState step) => pairing.Suggest(Pairs.Company, step, "已经办好。", Pairs.Rules, Pairs.Monday);

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Refusal;
}
