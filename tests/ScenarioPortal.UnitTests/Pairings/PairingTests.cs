using CsCheck;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Pairings;

public sealed class PairingTests
{
    private static readonly PairingAction[] Steps = [PairingAction.Accept, PairingAction.Suggest, PairingAction.Confirm, PairingAction.Refuse, PairingAction.TakeBack, PairingAction.WritePlan, PairingAction.AgreePlan, PairingAction.WriteResult, PairingAction.Reveal];

    [Fact]
    public void A_step_counts_once_the_other_side_has_confirmed_it()
    {
        var pairing = Pairs.At(PairingState.Engaged);

        pairing.Suggest(Pairs.Company, PairingState.Agreed, "协议已经签好。", Pairs.Rules, Pairs.Monday.AddDays(10));

        Assert.Equal((PairingState.Engaged, PairingState.Agreed, PairingSide.Publisher), (pairing.State, pairing.SuggestedStep, pairing.WaitsFor));
        pairing.Confirm(Pairs.Publisher, "已用印。", Pairs.Rules, Pairs.Monday.AddDays(12));
        Assert.Equal((PairingState.Agreed, (PairingState?)null, (PairingSide?)null), (pairing.State, pairing.SuggestedStep, pairing.WaitsFor));
        Assert.Equal([PairingState.Interested, PairingState.Engaged, PairingState.Agreed], pairing.Steps.Select(s => s.State));
        Assert.Equal(Pairs.Monday.AddDays(12), pairing.StateSince);
    }

    [Fact]
    public void Who_stands_on_both_sides_does_not_say_yes_to_themselves()
    {
        var both = new Actor(PairingSide.Publisher, Pairs.Company.AccountId);

        Assert.Throws<RuleBrokenException>(() => Pairs.At(PairingState.Interested).Accept(both, null, [], Pairs.Rules, Pairs.Monday));
        var pairing = Pairs.At(PairingState.Engaged, PairingSide.Company);
        Assert.Throws<RuleBrokenException>(() => pairing.Confirm(both, null, Pairs.Rules, Pairs.Monday));
        pairing.Refuse(both, "还没有用印。", Pairs.Rules, Pairs.Monday);

        Assert.Equal((PairingState.Engaged, (PairingState?)null), (pairing.State, pairing.SuggestedStep));
    }

    [Fact]
    public void What_was_refused_can_be_suggested_again()
    {
        var pairing = Pairs.At(PairingState.Agreed, PairingSide.Publisher);

        pairing.Refuse(Pairs.Company, "设备还没有到。", Pairs.Rules, Pairs.Monday);

        pairing.Suggest(Pairs.Company, PairingState.Piloting, "设备装好了。", Pairs.Rules, Pairs.Monday);
        pairing.Confirm(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday);
        Assert.Equal(PairingState.Piloting, pairing.State);
    }

    [Fact]
    public void A_pilot_ends_as_it_was_suggested_and_not_otherwise()
    {
        var pairing = Pairs.At(PairingState.Piloting);
        pairing.Suggest(Pairs.Company, PairingState.EndedWithinLimits, "漏报率没有达到 2%，一直在安全底线之内。", Pairs.Rules, Pairs.Monday);

        pairing.Confirm(Pairs.Publisher, "属实。", Pairs.Rules, Pairs.Monday);

        Assert.Equal(PairingState.EndedWithinLimits, pairing.State);
        Assert.Throws<RuleBrokenException>(() => Pairs.At(PairingState.Engaged).Suggest(Pairs.Company, PairingState.Verified, "跳过试点。", Pairs.Rules, Pairs.Monday));
    }

    [Fact]
    public void Both_of_a_proposal_answer_in_either_order()
    {
        var (first, second) = (Pairs.At(PairingState.Proposed), Pairs.At(PairingState.Proposed));

        first.Accept(Pairs.Publisher, null, [], Pairs.Rules, Pairs.Monday);
        Assert.Equal(PairingSide.Company, first.WaitsFor);
        first.Accept(Pairs.Company, null, [], Pairs.Rules, Pairs.Monday);
        second.Accept(Pairs.Company, null, [], Pairs.Rules, Pairs.Monday);
        Assert.Equal(PairingSide.Publisher, second.WaitsFor);
        second.Accept(Pairs.Publisher, null, [], Pairs.Rules, Pairs.Monday);

        Assert.Equal((PairingState.Engaged, PairingState.Engaged), (first.State, second.State));
    }

    [Fact]
    public void A_company_without_its_name_is_known_when_it_shows_itself_or_is_accepted_and_never_otherwise()
    {
        var (shown, accepted, withdrawn, declined) = (Pairs.Veiled(), Pairs.Veiled(), Pairs.Veiled(), Pairs.Veiled());
        var due = shown.AnswerDueAt;

        Assert.Throws<RuleBrokenException>(() => shown.Reveal(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday.AddDays(3)));
        shown.Reveal(Pairs.Company, null, Pairs.Rules, Pairs.Monday.AddDays(3));
        accepted.Accept(Pairs.Publisher, null, [], Pairs.Rules, Pairs.Monday);
        withdrawn.Withdraw(Pairs.Company, PairingReason.NoCapacity, "人手不够。", Pairs.Rules, Pairs.Monday);
        declined.Decline(Pairs.Publisher, PairingReason.OtherChosen, "选了别家。", Pairs.Rules, Pairs.Monday);

        Assert.Equal((PairingState.Interested, due, false), (shown.State, shown.AnswerDueAt, shown.IsVeiled));
        Assert.Equal((false, true, true), (accepted.IsVeiled, withdrawn.IsVeiled, declined.IsVeiled));
        Assert.Contains("已经看得到", Assert.Throws<RuleBrokenException>(() => shown.Reveal(Pairs.Company, null, Pairs.Rules, Pairs.Monday.AddDays(4))).Refusal, StringComparison.Ordinal);
        Assert.Throws<RuleBrokenException>(() => withdrawn.Reveal(Pairs.Company, null, Pairs.Rules, Pairs.Monday.AddDays(4)));
        Assert.Throws<RuleBrokenException>(() => new PairingMessage(declined, Pairs.Company, "是我们。", Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => Pairing.Offer(Pairs.Pair(), Pairs.Company, "我们的毫米波雷达跌倒监测在用。", [], Pairs.Rules, Pairs.Monday, veiled: true));
    }

    [Fact]
    public void A_plan_that_waits_has_a_week_and_is_stuck_after_it()
    {
        var pairing = Pairs.At(PairingState.Engaged, planWaitsFor: PairingSide.Publisher);
        var due = Pairs.Rules.AnswerDueAt(Pairs.Monday);

        Assert.Equal((PairingSide.Publisher, due, due), (pairing.WaitsFor, pairing.AnswerDueAt, pairing.StuckAt));
        pairing.Suggest(Pairs.Company, PairingState.Agreed, "签了。", Pairs.Rules, Pairs.Monday.AddDays(2));
        Assert.Equal(Pairs.Rules.AnswerDueAt(Pairs.Monday.AddDays(2)), pairing.AnswerDueAt);
        pairing.Confirm(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday.AddDays(3));
        Assert.Equal((PairingSide.Publisher, due), (pairing.WaitsFor, pairing.AnswerDueAt));
        pairing.AgreePlan(Pairs.Publisher, null, Pairs.Rules, Pairs.Monday.AddDays(4));

        Assert.Equal(((PairingSide?)null, (DateTimeOffset?)null, Pairs.Rules.StuckAfter(PairingState.Agreed, Pairs.Monday.AddDays(3))), (pairing.WaitsFor, pairing.AnswerDueAt, pairing.StuckAt));
        var over = Pairs.At(PairingState.Engaged, planWaitsFor: PairingSide.Company);
        over.Decline(Pairs.Publisher, PairingReason.Changed, "不做了。", Pairs.Rules, Pairs.Monday);
        Assert.Null(over.WaitsFor);
        Assert.Null(over.AnswerDueAt);
    }

    [Fact]
    public void It_lapses_in_the_second_after_its_last_hour_and_not_before()
    {
        var pairing = Pairs.At(PairingState.Interested);

        // Monday morning in Shanghai and seven days: the end of the next Monday.
        Assert.Equal(new DateTimeOffset(2026, 3, 16, 23, 59, 59, TimeSpan.FromHours(8)), pairing.AnswerDueAt);
        Assert.Throws<RuleBrokenException>(() => pairing.Lapse(Pairs.Rules, pairing.AnswerDueAt!.Value));
        pairing.Lapse(Pairs.Rules, pairing.AnswerDueAt!.Value.AddSeconds(1));

        Assert.Equal((PairingState.Lapsed, null), (pairing.State, pairing.AnswerDueAt));
        Assert.Throws<RuleBrokenException>(() => pairing.Accept(Pairs.Publisher, null, [], Pairs.Rules, Pairs.Monday.AddDays(9)));
    }

    [Fact]
    public void It_is_stuck_when_a_step_takes_longer_than_its_time_and_free_again_when_it_moves()
    {
        var pairing = Pairs.At(PairingState.Engaged);
        var stuck = pairing.StuckAt!.Value;

        pairing.Suggest(Pairs.Company, PairingState.Agreed, "签了。", Pairs.Rules, stuck.AddDays(1));
        Assert.Equal(Pairs.Rules.AnswerDueAt(stuck.AddDays(1)), pairing.StuckAt);
        pairing.Confirm(Pairs.Publisher, null, Pairs.Rules, stuck.AddDays(2));

        Assert.Equal(new DateTimeOffset(2026, 4, 8, 23, 59, 59, TimeSpan.FromHours(8)), stuck);
        Assert.True(pairing.StuckAt > stuck.AddDays(50));
    }

    [Fact]
    public void Everyone_reads_what_both_show_and_nothing_before_they_met()
    {
        var pairing = Pairs.At(PairingState.Interested);
        pairing.Show(PairingSide.Publisher, PublicView.Story, Pairs.Monday);
        Assert.Equal(PublicView.Hidden, pairing.Shown);

        pairing.Accept(Pairs.Publisher, null, [], Pairs.Rules, Pairs.Monday);
        Assert.Equal(PublicView.Steps, pairing.Shown);
        pairing.Show(PairingSide.Company, PublicView.Story, Pairs.Monday);
        Assert.Equal(PublicView.Story, pairing.Shown);
        pairing.Show(PairingSide.Publisher, PublicView.Hidden, Pairs.Monday);
        Assert.Equal(PublicView.Hidden, pairing.Shown);
    }

    [Fact]
    public void An_end_needs_a_sentence_and_a_closed_need_or_a_capability_that_is_not_public_begins_nothing()
    {
        Assert.Throws<RuleBrokenException>(() => Pairs.At(PairingState.Interested).Decline(Pairs.Publisher, PairingReason.Other, " ", Pairs.Rules, Pairs.Monday));
        var (need, capability) = (Pairs.Need(), Pairs.Capability());
        need.Close(Domain.Opportunities.OpportunityEnding.Withdrawn, Pairs.Monday);
        Assert.Throws<RuleBrokenException>(() => Pairing.Invite(Pairs.Pair(need, capability), Pairs.Publisher, "请来。", Pairs.Rules, Pairs.Monday));
        capability.Withdraw("停产。", Pairs.Monday);
        Assert.Throws<RuleBrokenException>(() => Pairing.Invite(Pairs.Pair(capability: capability), Pairs.Publisher, "请来。", Pairs.Rules, Pairs.Monday));
        var own = Guid.CreateVersion7();
        Assert.Throws<RuleBrokenException>(() => Pairing.Invite(Pairs.Pair(Pairs.Need(own), Pairs.Capability(own)), Pairs.Publisher, "请来。", Pairs.Rules, Pairs.Monday));
    }

    /// <summary>Ten thousand random acts, most of them refused: what was taken, done again from the events alone, gives the same pairing.</summary>
    [Fact]
    public void Its_events_done_again_make_the_same_pairing() =>
        Gen.Select(Gen.Frequency((12, Gen.OneOfConst(Steps)), (1, Gen.Enum<PairingAction>())), Gen.Enum<PairingSide>(), Gen.Enum<PairingState>(), Gen.Int[0, 400]).Array[60].Sample(acts =>
        {
            var pairing = acts[0].Item4 % 2 == 0 ? Pairs.Begun(PairingState.Interested) : Pairs.Veiled();
            var now = Pairs.Monday;
            foreach (var (action, side, step, hours) in acts)
            {
                now = now.AddHours(hours / 10.0);
                try
                {
                    Act(pairing, action, Pairs.Of(side), hours % 2 == 0 && pairing.State is >= PairingState.Engaged and < PairingState.Scaled ? Pairs.NextOf(pairing.State) : step, now);
                }
                catch (RuleBrokenException)
                {
                }
            }

            var again = pairing.Replayed(pairing.Events, Pairs.Rules);
            Assert.Equivalent(pairing, again, strict: true);
        }, iter: 200);

    private static void Act(Pairing pairing, PairingAction action, Actor by, PairingState step, DateTimeOffset now)
    {
        switch (action)
        {
            case PairingAction.Accept: pairing.Accept(by, "好。", [], Pairs.Rules, now); break;
            case PairingAction.Decline: pairing.Decline(by, PairingReason.OtherChosen, "选了别家。", Pairs.Rules, now); break;
            case PairingAction.Withdraw: pairing.Withdraw(by, PairingReason.NoCapacity, "人手不够。", Pairs.Rules, now); break;
            case PairingAction.Terminate: pairing.Terminate(by, PairingReason.NotKept, "场地没有给。", Pairs.Rules, now); break;
            case PairingAction.Suggest: pairing.Suggest(by, step, "已经办好。", Pairs.Rules, now); break;
            case PairingAction.Confirm: pairing.Confirm(by, null, Pairs.Rules, now); break;
            case PairingAction.Refuse: pairing.Refuse(by, "还没有。", Pairs.Rules, now); break;
            case PairingAction.TakeBack: pairing.TakeBack(by, null, Pairs.Rules, now); break;
            case PairingAction.WritePlan: pairing.WritePlan(by, Pairs.Plan, null, Pairs.Rules, now); break;
            case PairingAction.AgreePlan: pairing.AgreePlan(by, null, Pairs.Rules, now); break;
            case PairingAction.WriteResult: pairing.WriteResult(by, Pairs.Plan, Pairs.Result(), null, Pairs.Rules, now); break;
            case PairingAction.Reveal: pairing.Reveal(by, "现在署名。", Pairs.Rules, now); break;
            case PairingAction.Lapse: pairing.Lapse(Pairs.Rules, now); break;
        }
    }
}
