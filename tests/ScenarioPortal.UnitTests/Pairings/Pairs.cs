using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.UnitTests.Pairings;

/// <summary>Pairings at any place of the table, brought there by the domain's own verbs.</summary>
internal static class Pairs
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);
    public static readonly PairingRules Rules = new();
    public static readonly Actor Publisher = new(PairingSide.Publisher, Guid.CreateVersion7());
    public static readonly Actor Company = new(PairingSide.Company, Guid.CreateVersion7());
    public static readonly Actor Operator = new(PairingSide.Operator, Guid.CreateVersion7());

    public static Actor Of(PairingSide side) => side switch
    {
        PairingSide.Publisher => Publisher,
        PairingSide.Company => Company,
        PairingSide.Operator => Operator,
        _ => Actor.Clock
    };

    public static Opportunity Need(Guid? publisher = null)
    {
        var need = new Opportunity(Guid.CreateVersion7(), publisher ?? Guid.CreateVersion7(), new Need { Title = "独居老人夜间跌倒的及时发现", Description = "跌倒没人知道。", Conditions = [new() { Text = "不装摄像头", Required = true }] }, Monday);
        need.Submit(Monday);
        need.Approve(Monday);
        need.Release("2026-01-需-001", Monday);
        return need;
    }

    public static Capability Capability(Guid? company = null)
    {
        var capability = new Capability(company ?? Guid.CreateVersion7(), new Offer { Title = "毫米波雷达跌倒监测", Description = "不装摄像头发现跌倒。" }, Monday);
        capability.Submit(Monday);
        capability.Publish(null, Monday);
        return capability;
    }

    public static Pair Pair(Opportunity? need = null, Capability? capability = null) =>
        new() { Number = "2026-对-0001", Need = need ?? Need(), Scenario = new Scenario(null, "养老"), Capability = capability ?? Capability() };

    public static Pairing Begun(PairingState state) => state switch
    {
        PairingState.Invited => Pairing.Invite(Pair(), Publisher, "请来看现场。", Rules, Monday),
        PairingState.Proposed => Pairing.Propose(Pair(), Guid.CreateVersion7(), Operator, "两家合适。", Rules, Monday),
        _ => Pairing.Offer(Pair(), Company, "我们做过三个社区。", [], Rules, Monday)
    };

    /// <summary>An interest without a name.</summary>
    public static Pairing Veiled() => Pairing.Offer(Pair(), Company, "我们做过三个社区。", [], Rules, Monday, veiled: true);

    /// <summary>The plan of one criterion.</summary>
    public static readonly PlanContent Plan = new()
    {
        Criteria = [new() { What = "漏报率", Target = "不高于 2%", Method = "模拟跌倒 600 次" }],
        From = new DateOnly(2026, 4, 1),
        To = new DateOnly(2026, 6, 30),
        SafetyLimits = "漏报致伤 0 起。",
        RiskControls = "发生即暂停该户。"
    };

    public static ResultContent Result(MeasuredVerdict verdict = MeasuredVerdict.NotMet, string? reason = "样本偏少，趋势明显。", bool withinLimits = true) => new()
    {
        Values = [new() { Value = "2.1%", Verdict = verdict }],
        WithinLimits = withinLimits,
        Witness = "示范市养老服务质量检测中心",
        Conclusion = "可以继续用。",
        Reason = reason
    };

    /// <summary>With a plan that both agreed to and, in a pilot, a result that allows either end; or with a plan to which a side is still to agree.</summary>
    public static Pairing At(PairingState state, PairingSide? suggestedBy = null, PairingSide? planWaitsFor = null, bool veiled = false)
    {
        var pairing = state switch
        {
            PairingState.Interested when veiled => Veiled(),
            PairingState.Proposed or PairingState.Interested or PairingState.Invited => Begun(state),
            PairingState.Declined => With(Begun(PairingState.Interested), p => p.Decline(Publisher, PairingReason.DoesNotFit, "不是我们要的。", Rules, Monday)),
            PairingState.Withdrawn => With(Begun(PairingState.Interested), p => p.Withdraw(Company, PairingReason.NoCapacity, "人手不够。", Rules, Monday)),
            PairingState.Lapsed => With(Begun(PairingState.Interested), p => p.Lapse(Rules, p.AnswerDueAt!.Value.AddSeconds(1))),
            PairingState.Terminated => With(At(PairingState.Agreed), p => p.Terminate(Company, PairingReason.NotKept, "场地一直没有给。", Rules, Monday)),
            PairingState.EndedWithinLimits => Stepped(At(PairingState.Piloting), PairingState.EndedWithinLimits),
            PairingState.Engaged => With(Begun(PairingState.Interested), p =>
            {
                p.Accept(Publisher, "周四来看现场。", [], Rules, Monday);
                p.WritePlan(Company, Plan, null, Rules, Monday);
                p.AgreePlan(Publisher, null, Rules, Monday);
            }),
            PairingState.Piloting => With(Stepped(At(PairingState.Agreed), PairingState.Piloting), p => p.WriteResult(Company, Plan, Result(), null, Rules, Monday)),
            _ => Stepped(At(PairingMoves.Path[PairingMoves.Path.IndexOf(state) - 1]), state)
        };
        if (planWaitsFor is PairingSide.Publisher or PairingSide.Company && suggestedBy is null && state is PairingState.Engaged or PairingState.Agreed)
        {
            pairing.WritePlan(planWaitsFor is PairingSide.Publisher ? Company : Publisher, Plan, null, Rules, Monday);
        }

        if (suggestedBy is { } side)
        {
            pairing.Suggest(Of(side), NextOf(state), "已经办好。", Rules, Monday);
        }

        return pairing;
    }

    /// <summary>The first step that may be suggested there.</summary>
    public static PairingState NextOf(PairingState state) => PairingMoves.All.First(m => m.State == state && m.Action is PairingAction.Suggest).Becomes;

    private static Pairing Stepped(Pairing pairing, PairingState step) => With(pairing, p =>
    {
        p.Suggest(Company, step, "已经办好。", Rules, Monday);
        p.Confirm(Publisher, null, Rules, Monday);
    });

    private static Pairing With(Pairing pairing, Action<Pairing> act)
    {
        act(pairing);
        return pairing;
    }

    private static int IndexOf(this IReadOnlyList<PairingState> path, PairingState state) => path.Index().First(p => p.Item == state).Index;
}
