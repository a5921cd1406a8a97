using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Pairings;

/// <summary>The table of states, actions and sides, cell by cell: what it allows leads where it says, and everything else is refused in words and changes nothing.</summary>
public sealed class PairingMovesTests
{
    private static readonly DateTimeOffset Later = Pairs.Monday.AddDays(30);

    /// <summary>Every state, with every suggestion that can wait there.</summary>
    public static IEnumerable<(PairingState State, PairingSide? SuggestedBy)> Places =>
        Enum.GetValues<PairingState>().SelectMany(state => Suggestable(state) ? [(state, null), (state, PairingSide.Publisher), (state, PairingSide.Company)] : new (PairingState, PairingSide?)[] { (state, null) });

    public static IEnumerable<TheoryDataRow<PairingState, PairingSide?, PairingAction, PairingSide>> Cells =>
        from place in Places
        from action in Enum.GetValues<PairingAction>()
        where action is not (PairingAction.Offer or PairingAction.Invite or PairingAction.Propose)
        from side in Enum.GetValues<PairingSide>()
        select new TheoryDataRow<PairingState, PairingSide?, PairingAction, PairingSide>(place.State, place.SuggestedBy, action, side);

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_is_as_the_table_says(PairingState state, PairingSide? suggestedBy, PairingAction action, PairingSide side)
    {
        var pairing = Pairs.At(state, suggestedBy, planWaitsFor: action is PairingAction.AgreePlan ? side : null, veiled: action is PairingAction.Reveal);
        var before = (pairing.State, pairing.SuggestedStep, pairing.SuggestedBy, pairing.Revision, pairing.Events.Count);
        var step = Suggestable(state) ? Pairs.NextOf(state) : PairingState.Engaged;
        var line = Lines().SingleOrDefault(l => l.State == $"{state}" && Fits(l.Open, suggestedBy, side) && l.Action == $"{action}" && l.Side == $"{side}"
            && (action is not (PairingAction.Suggest or PairingAction.Confirm) || l.Becomes == $"{step}"));

        if (line.State is null)
        {
            var refusal = Assert.Throws<RuleBrokenException>(() => Do(pairing, action, Pairs.Of(side), step));
            Assert.EndsWith("。", refusal.Refusal);
            Assert.Equal(before, (pairing.State, pairing.SuggestedStep, pairing.SuggestedBy, pairing.Revision, pairing.Events.Count));
            return;
        }

        Do(pairing, action, Pairs.Of(side), step);
        var then = Enum.Parse<PairingState>(line.Becomes);
        Assert.Equal(action is PairingAction.Suggest ? (state, then, side) : (then, (PairingState?)null, (PairingSide?)null), (pairing.State, pairing.SuggestedStep, pairing.SuggestedBy));
        Assert.Equal((before.Revision + 1, before.Count + 1), (pairing.Revision, pairing.Events.Count));
    }

    [Theory]
    [InlineData(PairingAction.Offer, PairingSide.Company, PairingState.Interested)]
    [InlineData(PairingAction.Invite, PairingSide.Publisher, PairingState.Invited)]
    [InlineData(PairingAction.Propose, PairingSide.Operator, PairingState.Proposed)]
    public void It_is_begun_by_one_side_only(PairingAction action, PairingSide side, PairingState state)
    {
        Assert.Contains(("", "", $"{action}", $"{side}", $"{state}"), Lines());

        foreach (var other in Enum.GetValues<PairingSide>())
        {
            if (other == side)
            {
                Assert.Equal(state, Begin(action, other).State);
            }
            else
            {
                Assert.Throws<RuleBrokenException>(() => Begin(action, other));
            }
        }
    }

    [Fact]
    public void From_every_state_that_is_left_an_end_can_be_reached()
    {
        HashSet<PairingState> reached = [.. Enum.GetValues<PairingState>().Where(s => !s.IsLeft)];
        while (PairingMoves.All.Where(m => m.State is { } from && reached.Contains(m.Becomes) && reached.Add(from)).Any())
        {
        }

        Assert.Equal(Enum.GetValues<PairingState>().Order(), reached.Order());
        Assert.All(Enum.GetValues<PairingState>(), s => Assert.Contains(PairingMoves.All, m => m.Becomes == s));
    }

    [Fact]
    public void The_page_about_the_domain_shows_the_same_table()
    {
        var table = new StringBuilder("| where it stands | publisher 需求方 | company 能力方 | others |\n|---|---|---|---|\n");
        foreach (var lines in Lines().GroupBy(l => l.State))
        {
            table.Append(CultureInfo.InvariantCulture, $"| {(lines.Key.Length == 0 ? "(nothing yet)" : lines.Key)} | {Told(lines, "Publisher")} | {Told(lines, "Company")} | {Told(lines, "Operator", "Portal")} |\n");
        }

        Assert.Contains(table.ToString(), File.ReadAllText(Here("docs", "domain.md")).ReplaceLineEndings("\n"));
    }

    private static string Told(IEnumerable<(string State, string Open, string Action, string Side, string Becomes)> lines, params string[] sides) =>
        string.Join("; ", sides.SelectMany(side => lines.Where(l => l.Side == side)
            .Select(l => $"{l.Action}{l.Open switch { "own" => " (own)", "other" => " (other's)", _ => "" }} → {l.Becomes}{(sides.Length > 1 ? $" ({side})" : "")}")) is var told && told.Any() ? told : ["–"]);

    private static bool Fits(string open, PairingSide? suggestedBy, PairingSide side) => open switch
    {
        "any" => true,
        "none" => suggestedBy is null,
        "own" => suggestedBy == side,
        _ => suggestedBy is not null && suggestedBy != side
    };

    private static bool Suggestable(PairingState state) => Lines().Any(l => l.State == $"{state}" && l.Action == nameof(PairingAction.Suggest));

    private static void Do(Pairing pairing, PairingAction action, Actor by, PairingState step)
    {
        switch (action)
        {
            case PairingAction.Accept: pairing.Accept(by, null, [], Pairs.Rules, Later); break;
            case PairingAction.Decline: pairing.Decline(by, PairingReason.OtherChosen, "选了别家。", Pairs.Rules, Later); break;
            case PairingAction.Withdraw: pairing.Withdraw(by, PairingReason.NoCapacity, "人手不够。", Pairs.Rules, Later); break;
            case PairingAction.Terminate: pairing.Terminate(by, PairingReason.NotKept, "场地没有给。", Pairs.Rules, Later); break;
            case PairingAction.Suggest: pairing.Suggest(by, step, "已经办好。", Pairs.Rules, Later); break;
            case PairingAction.Confirm: pairing.Confirm(by, null, Pairs.Rules, Later); break;
            case PairingAction.Refuse: pairing.Refuse(by, "还没有办好。", Pairs.Rules, Later); break;
            case PairingAction.TakeBack: pairing.TakeBack(by, null, Pairs.Rules, Later); break;
            case PairingAction.WritePlan: pairing.WritePlan(by, Pairs.Plan, null, Pairs.Rules, Later); break;
            case PairingAction.AgreePlan: pairing.AgreePlan(by, null, Pairs.Rules, Later); break;
            case PairingAction.WriteResult: pairing.WriteResult(by, Pairs.Plan, Pairs.Result(), null, Pairs.Rules, Later); break;
            case PairingAction.Reveal: pairing.Reveal(by, null, Pairs.Rules, Later); break;
            case PairingAction.Lapse when by.Side is PairingSide.Portal: pairing.Lapse(Pairs.Rules, Later); break;
            default: throw new RuleBrokenException("只有平台到时间才办。");
        }
    }

    private static Pairing Begin(PairingAction action, PairingSide side) => action switch
    {
        PairingAction.Offer => Pairing.Offer(Pairs.Pair(), Pairs.Of(side), "做过三个社区。", [], Pairs.Rules, Pairs.Monday),
        PairingAction.Invite => Pairing.Invite(Pairs.Pair(), Pairs.Of(side), "请来看现场。", Pairs.Rules, Pairs.Monday),
        _ => Pairing.Propose(Pairs.Pair(), Guid.CreateVersion7(), Pairs.Of(side), "两家合适。", Pairs.Rules, Pairs.Monday)
    };

    /// <summary>The file as people edit it.</summary>
    private static IEnumerable<(string State, string Open, string Action, string Side, string Becomes)> Lines() =>
        File.ReadLines(Here("data", "pairing-moves.csv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).Select(l => (l[0], l[1], l[2], l[3], l[4]));

    private static string Here(string folder, string file, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", folder, file);
}
