using CsCheck;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.UnitTests.Pairings;

namespace ScenarioPortal.UnitTests.Credit;

/// <summary>Histories of pairings, each made by the domain's own verbs, one after the other until so many acts were tried.</summary>
internal static class Histories
{
    public static Gen<(int Choice, int Hours, int Detail)[]> Acts { get; } = Gen.Select(Gen.Int[0, 10_000], Gen.Frequency((6, Gen.Int[0, 40]), (1, Gen.Int[100, 400])), Gen.Int[0, 10_000]).Array[60];

    /// <param name="acts">What is tried, and how long after the last.</param>
    /// <param name="done">Told of each act that was done, with the side that did it.</param>
    public static IReadOnlyList<Pairing> Made((int Choice, int Hours, int Detail)[] acts, Action<Pairing, PairingSide>? done = null)
    {
        List<Pairing> pairings = [];
        var now = Pairs.Monday;
        foreach (var (choice, hours, detail) in acts)
        {
            now = now.AddHours(hours);
            if (pairings.Count == 0 || !pairings[^1].State.IsLeft)
            {
                pairings.Add(Begin(detail, now));
                done?.Invoke(pairings[^1], pairings[^1].Events[0].Side);
                continue;
            }

            var pairing = pairings[^1];
            var moves = Enum.GetValues<PairingSide>().SelectMany(pairing.MovesOf).ToArray();
            var move = moves[choice % moves.Length];
            try
            {
                now = Do(pairing, move, detail, now);
                done?.Invoke(pairing, move.Side);
            }
            catch (RuleBrokenException)
            {
            }
        }

        return pairings;
    }

    private static Pairing Begin(int detail, DateTimeOffset now) => (detail % 3) switch
    {
        0 => Pairing.Offer(Pairs.Pair(), Pairs.Company, "我们做过三个社区。", [], Pairs.Rules, now),
        1 => Pairing.Invite(Pairs.Pair(), Pairs.Publisher, "请来看现场。", Pairs.Rules, now),
        _ => Pairing.Propose(Pairs.Pair(), Guid.CreateVersion7(), Pairs.Operator, "两家合适。", Pairs.Rules, now)
    };

    private static DateTimeOffset Do(Pairing pairing, PairingMove move, int detail, DateTimeOffset now)
    {
        var by = Pairs.Of(move.Side);
        var reasons = Enum.GetValues<PairingReason>();
        var reason = reasons[detail % reasons.Length];
        switch (move.Action)
        {
            case PairingAction.Accept: pairing.Accept(by, null, [], Pairs.Rules, now); break;
            case PairingAction.Decline: pairing.Decline(by, reason, "说明白了。", Pairs.Rules, now); break;
            case PairingAction.Withdraw: pairing.Withdraw(by, reason, "说明白了。", Pairs.Rules, now); break;
            case PairingAction.Terminate: pairing.Terminate(by, reason, "说明白了。", Pairs.Rules, now); break;
            case PairingAction.Suggest: pairing.Suggest(by, move.Becomes, "已经办好。", Pairs.Rules, now); break;
            case PairingAction.Confirm: pairing.Confirm(by, null, Pairs.Rules, now); break;
            case PairingAction.Refuse: pairing.Refuse(by, "还没有。", Pairs.Rules, now); break;
            case PairingAction.TakeBack: pairing.TakeBack(by, null, Pairs.Rules, now); break;
            case PairingAction.WritePlan: pairing.WritePlan(by, Pairs.Plan, null, Pairs.Rules, now); break;
            case PairingAction.AgreePlan: pairing.AgreePlan(by, null, Pairs.Rules, now); break;
            case PairingAction.WriteResult:
                pairing.WriteResult(by, Pairs.Plan, (detail % 4) switch
                {
                    0 => Pairs.Result(MeasuredVerdict.Met, null),
                    1 => Pairs.Result(reason: null),
                    2 => Pairs.Result(withinLimits: false),
                    _ => Pairs.Result()
                }, null, Pairs.Rules, now);
                break;
            case PairingAction.Lapse:
                now = now > pairing.AnswerDueAt ? now : pairing.AnswerDueAt!.Value.AddSeconds(1);
                pairing.Lapse(Pairs.Rules, now);
                break;
        }

        return now;
    }
}
