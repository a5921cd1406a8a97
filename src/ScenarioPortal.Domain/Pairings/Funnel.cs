namespace ScenarioPortal.Domain.Pairings;

/// <summary>How far pairings have come (漏斗): how many reached each step of the path, how long that took, and where the others are.</summary>
public static class Funnel
{
    /// <summary>Of fewer than so many, a share says less than the two numbers do.</summary>
    public const int FewestForPercent = 10;

    /// <param name="courses">The steps of each pairing, in their order.</param>
    public static IReadOnlyList<FunnelStep> Of(IEnumerable<IReadOnlyList<PairingStep>> courses)
    {
        var path = PairingMoves.Path;
        var (standing, ended) = (new int[path.Count], new int[path.Count]);
        var days = path.Select(_ => new List<double>()).ToArray();
        foreach (var steps in courses)
        {
            DateTimeOffset? before = null;
            var (last, lastSince) = (-1, default(DateTimeOffset));
            foreach (var step in steps)
            {
                if (PlaceOf(step.State) is not { } place || place <= last)
                {
                    continue;
                }

                // What went on without standing at the step before says nothing of how long that took.
                before = place == last + 1 && last >= 0 ? lastSince : null;
                (last, lastSince) = (place, step.Since);
                if (before is { } from)
                {
                    days[place].Add((step.Since - from).TotalDays);
                }
            }

            if (last >= 0)
            {
                (steps[^1].State.IsExit ? ended : standing)[last]++;
            }
        }

        var reached = new int[path.Count];
        for (var place = path.Count - 1; place >= 0; place--)
        {
            reached[place] = standing[place] + ended[place] + (place + 1 < path.Count ? reached[place + 1] : 0);
        }

        return [.. path.Select((state, place) => new FunnelStep
        {
            State = state, Reached = reached[place], Standing = standing[place], Ended = ended[place], MedianDays = Median(days[place])
        })];
    }

    /// <summary>The steps of the path that a pairing came to.</summary>
    public static IEnumerable<PairingState> ReachedBy(IReadOnlyList<PairingStep> steps) =>
        PairingMoves.Path.Take(1 + steps.Select(s => PlaceOf(s.State) ?? -1).DefaultIfEmpty(-1).Max());

    /// <summary>The one in the middle; of an even number what lies between the two; null of none.</summary>
    public static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>In whole per cent: 100 only of all, 0 only of none; null of so few that the numbers themselves say more.</summary>
    public static int? Percent(int part, int whole) =>
        whole < FewestForPercent ? null
        : part >= whole ? 100
        : part <= 0 ? 0
        : Math.Clamp((int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero), 1, 99);

    /// <summary>Interest and invitation are the same place: one side would like to.</summary>
    private static int? PlaceOf(PairingState state) => state switch
    {
        PairingState.Interested or PairingState.Invited => 0,
        >= PairingState.Engaged and <= PairingState.Scaled => state - PairingState.Engaged + 1,
        _ => null
    };
}

/// <summary>One step of the path. Whoever reached it stands there, ended there or went on.</summary>
public sealed record FunnelStep
{
    public required PairingState State { get; init; }

    public required int Reached { get; init; }

    public required int Standing { get; init; }

    public required int Ended { get; init; }

    /// <summary>From the step before to this one; null when nobody came from there.</summary>
    public double? MedianDays { get; init; }
}
