using CsCheck;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.UnitTests.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Credit;

public sealed class CreditLedgerTests
{
    [Fact]
    public void An_answer_counts_within_its_time_to_the_last_second_whatever_it_says()
    {
        Assert.Equal([("answered", 1)], PointsOf(p => p.Accept(Pairs.Publisher, null, [], Pairs.Rules, p.AnswerDueAt!.Value)));
        Assert.Equal([("answered", 1)], PointsOf(p => p.Decline(Pairs.Publisher, PairingReason.OtherChosen, "选了别家。", Pairs.Rules, p.AnswerDueAt!.Value)));
        Assert.Empty(PointsOf(p => p.Accept(Pairs.Publisher, null, [], Pairs.Rules, p.AnswerDueAt!.Value.AddSeconds(1))));
        Assert.Equal([("lapsed", -3)], PointsOf(p => p.Lapse(Pairs.Rules, p.AnswerDueAt!.Value.AddSeconds(1))));

        static IEnumerable<(string, int)> PointsOf(Action<Pairing> act)
        {
            var pairing = Pairs.At(PairingState.Interested);
            act(pairing);
            return CreditLedger.Of(pairing).Select(e => (e.RuleCode, e.Points));
        }
    }

    [Fact]
    public void Whoever_answered_a_proposal_does_not_pay_for_the_silence_of_the_other()
    {
        var pairing = Pairs.At(PairingState.Proposed);
        pairing.Accept(Pairs.Company, null, [], Pairs.Rules, Pairs.Monday);
        pairing.Lapse(Pairs.Rules, pairing.AnswerDueAt!.Value.AddDays(1));

        Assert.Equal([("answered", pairing.CompanyId, 1), ("lapsed", pairing.PublisherId, -3)], CreditLedger.Of(pairing).Select(e => (e.RuleCode, e.OrganisationId, e.Points)));
    }

    [Fact]
    public void To_suggest_and_refuse_the_same_step_again_and_again_brings_nothing_more()
    {
        var pairing = Pairs.At(PairingState.Engaged);
        for (var i = 0; i < 5; i++)
        {
            pairing.Suggest(Pairs.Company, PairingState.Agreed, "签好了。", Pairs.Rules, Pairs.Monday);
            pairing.Refuse(Pairs.Publisher, "还没有用印。", Pairs.Rules, Pairs.Monday);
        }

        Assert.Single(CreditLedger.Of(pairing), e => e.RuleCode == "step-answered");
    }

    [Fact]
    public void Points_halve_with_their_half_life_and_stay_the_same_all_day_long()
    {
        var entry = LapsedAt(Pairs.Monday);
        var day = new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal((-3m, -3m, -1.5m, -0.75m), (entry.LeftAt(day), entry.LeftAt(day.AddDays(1).AddSeconds(-1)), entry.LeftAt(day.AddDays(365)), entry.LeftAt(day.AddDays(730))));
        Assert.Equal((-2.98m, -2.97m, -2.97m), (entry.LeftAt(day.AddDays(5).AddSeconds(-1)), entry.LeftAt(day.AddDays(5)), entry.LeftAt(day.AddDays(6).AddSeconds(-1))));
        Assert.Equal(0m, entry.LeftAt(day.AddYears(20)));
    }

    [Fact]
    public void What_an_appeal_cancels_is_nothing_on_every_later_day() =>
        Gen.Select(Gen.Int[0, 29], Gen.Int[0, 4000]).Sample((appealed, later) =>
        {
            var entry = LapsedAt(Pairs.Monday);
            var appeal = new CreditAppeal(entry, Guid.CreateVersion7(), "那天系统打不开。", Pairs.Monday.AddDays(appealed));
            var counter = appeal.Decide(entry, upheld: true, Guid.CreateVersion7(), "属实。", Pairs.Monday.AddDays(appealed))!;

            Assert.Equal(0m, CreditLedger.Sum([entry, counter], Pairs.Monday.AddDays(appealed + later)));
            Assert.Equal((entry.Id, entry.EventNumber, entry.RuleCode), (counter.CancelsId, counter.EventNumber, counter.RuleCode));
        });

    [Fact]
    public void An_appeal_comes_within_thirty_days_against_what_costs_and_is_decided_once_by_somebody_else()
    {
        var entry = LapsedAt(Pairs.Monday);
        var (asks, decides) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var last = new DateTimeOffset(2026, 4, 8, 23, 59, 59, TimeSpan.FromHours(8));

        Assert.Throws<RuleBrokenException>(() => new CreditAppeal(entry, asks, "迟了。", last.AddSeconds(1)));
        Assert.Throws<RuleBrokenException>(() => new CreditAppeal(entry, asks, " ", last));
        Assert.Throws<RuleBrokenException>(() => new CreditAppeal(entry.Cancelled(last), asks, "多给了。", last));
        var appeal = new CreditAppeal(entry, asks, "那天系统打不开。", last);
        Assert.Throws<RuleBrokenException>(() => appeal.Decide(entry, true, asks, "属实。", last));
        Assert.Throws<RuleBrokenException>(() => appeal.Decide(entry, false, decides, "", last));
        Assert.Null(appeal.Decide(entry, false, decides, "日志里那天正常。", last));
        Assert.Throws<RuleBrokenException>(() => appeal.Decide(entry, true, decides, "再想想。", last));
    }

    [Fact]
    public void Rules_hold_from_their_day_in_Shanghai_on_and_there_are_none_before()
    {
        var first = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

        Assert.Empty(CreditRules.At(first.AddSeconds(-1)));
        Assert.Equal(CreditRules.All.Where(r => r.Version == new DateOnly(2026, 1, 1)), CreditRules.At(first));
        Assert.All(CreditRules.All, r => Assert.True(r is { Points: not 0, HalfLife: > 0, Why.Length: > 0, WhyEnglish.Length: > 0, Code.Length: <= CreditRule.CodeMaxLength }));
        Assert.Equal(CreditRules.All.Count, CreditRules.All.Select(r => (r.Version, r.Code)).Distinct().Count());
    }

    private static CreditEntry LapsedAt(DateTimeOffset at) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), new PairingEvent { Number = 2, At = at, Side = PairingSide.Portal, Action = PairingAction.Lapse, State = PairingState.Lapsed },
            CreditRules.All.Single(r => r.Code == "lapsed"));
}
