using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.UnitTests.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Credit;

/// <summary>The table of moves, line by line, with every reason, in time and late: what costs is what these tests name, and nothing else ever does.</summary>
public sealed class CreditCellsTests
{
    private static readonly PairingReason[] OwnDoing = [PairingReason.NoCapacity, PairingReason.OtherChosen, PairingReason.Changed];

    public static IEnumerable<TheoryDataRow<PairingState, PairingAction, PairingSide, PairingState, PairingSide?>> Cells =>
        from move in PairingMoves.All
        where move.State is not null
        from suggestedBy in Waiting(move)
        select new TheoryDataRow<PairingState, PairingAction, PairingSide, PairingState, PairingSide?>(move.State!.Value, move.Action, move.Side, move.Becomes, suggestedBy);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Only_silence_and_breaking_ones_word_cost_and_honest_failure_does_not(PairingState state, PairingAction action, PairingSide side, PairingState becomes, PairingSide? suggestedBy)
    {
        foreach (var reason in Enum.GetValues<PairingReason>())
        {
            foreach (var late in new[] { false, true })
            {
                var pairing = At(state, action, side, becomes, suggestedBy);
                Do(pairing, action, Pairs.Of(side), becomes, reason, late);

                var entries = CreditLedger.Of(pairing).Where(e => e.EventNumber == pairing.Events.Count).ToArray();

                Assert.Equal(CostsWhom(pairing, state, action, side, reason), entries.Where(e => e.Points < 0).Select(e => e.OrganisationId));
            }
        }
    }

    [Theory]
    [InlineData(PairingState.Declined)]
    [InlineData(PairingState.Withdrawn)]
    [InlineData(PairingState.EndedWithinLimits)]
    public void A_pairing_that_ended_so_cost_nobody_anything_on_its_whole_way(PairingState end) =>
        Assert.DoesNotContain(CreditLedger.Of(Pairs.At(end)), e => e.Points < 0);

    [Fact]
    public void A_pilot_that_fell_short_and_was_said_so_is_worth_something_to_both()
    {
        var pairing = Pairs.At(PairingState.EndedWithinLimits);

        Assert.Equal([(pairing.PublisherId, 2), (pairing.CompanyId, 2)],
            CreditLedger.Of(pairing).Where(e => e.RuleCode == "ended-within-limits").Select(e => (e.OrganisationId, e.Points)));
    }

    /// <summary>Every line of the rules fits something that can happen: none is dead.</summary>
    [Fact]
    public void Every_rule_is_met_somewhere_on_the_table()
    {
        HashSet<string> met = [];
        foreach (var (state, action, side, becomes, suggestedBy) in Cells.Select(c => c.Data))
        {
            var pairing = At(state, action, side, becomes, suggestedBy);
            Do(pairing, action, Pairs.Of(side), becomes, PairingReason.NoCapacity, late: false);
            met.UnionWith(CreditLedger.Of(pairing).Select(e => e.RuleCode));
        }

        Assert.Equal(CreditRules.All.Select(r => r.Code).Distinct().Order(), met.Order());
    }

    private static IEnumerable<Guid> CostsWhom(Pairing pairing, PairingState state, PairingAction action, PairingSide side, PairingReason reason) => (action, state) switch
    {
        (PairingAction.Lapse, PairingState.Proposed) => [pairing.PublisherId, pairing.CompanyId],
        (PairingAction.Lapse, PairingState.Interested) => [pairing.PublisherId],
        (PairingAction.Lapse, PairingState.Invited) => [pairing.CompanyId],
        (PairingAction.Terminate, PairingState.Agreed or PairingState.Piloting) when OwnDoing.Contains(reason) => [side is PairingSide.Publisher ? pairing.PublisherId : pairing.CompanyId],
        _ => []
    };

    private static IEnumerable<PairingSide?> Waiting(PairingMove move)
    {
        var other = move.Side is PairingSide.Publisher ? PairingSide.Company : PairingSide.Publisher;
        return move.Open switch
        {
            OpenSuggestion.None => [null],
            OpenSuggestion.Own => [move.Side],
            OpenSuggestion.Other => [other],
            _ => [null, move.Side, other]
        };
    }

    private static Pairing At(PairingState state, PairingAction action, PairingSide side, PairingState becomes, PairingSide? suggestedBy)
    {
        var pairing = Pairs.At(state, planWaitsFor: action is PairingAction.AgreePlan ? side : null);
        if (suggestedBy is { } suggests)
        {
            pairing.Suggest(Pairs.Of(suggests), action is PairingAction.Confirm ? becomes : Pairs.NextOf(state), "已经办好。", Pairs.Rules, Pairs.Monday);
        }

        return pairing;
    }

    private static void Do(Pairing pairing, PairingAction action, Actor by, PairingState becomes, PairingReason reason, bool late)
    {
        var now = Pairs.Monday.AddDays(late || action is PairingAction.Lapse ? 30 : 1);
        switch (action)
        {
            case PairingAction.Accept: pairing.Accept(by, null, [], Pairs.Rules, now); break;
            case PairingAction.Decline: pairing.Decline(by, reason, "说明白了。", Pairs.Rules, now); break;
            case PairingAction.Withdraw: pairing.Withdraw(by, reason, "说明白了。", Pairs.Rules, now); break;
            case PairingAction.Terminate: pairing.Terminate(by, reason, "说明白了。", Pairs.Rules, now); break;
            case PairingAction.Suggest: pairing.Suggest(by, becomes, "已经办好。", Pairs.Rules, now); break;
            case PairingAction.Confirm: pairing.Confirm(by, null, Pairs.Rules, now); break;
            case PairingAction.Refuse: pairing.Refuse(by, "还没有办好。", Pairs.Rules, now); break;
            case PairingAction.TakeBack: pairing.TakeBack(by, null, Pairs.Rules, now); break;
            case PairingAction.WritePlan: pairing.WritePlan(by, Pairs.Plan, null, Pairs.Rules, now); break;
            case PairingAction.AgreePlan: pairing.AgreePlan(by, null, Pairs.Rules, now); break;
            case PairingAction.WriteResult: pairing.WriteResult(by, Pairs.Plan, Pairs.Result(), null, Pairs.Rules, now); break;
            case PairingAction.Lapse: pairing.Lapse(Pairs.Rules, now); break;
        }
    }
}
