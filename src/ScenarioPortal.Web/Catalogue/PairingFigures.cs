using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>What pairings come to when they are counted.</summary>
internal sealed record PairingFigures
{
    /// <summary>From interest to scale-up.</summary>
    public required IReadOnlyList<FunnelStep> Steps { get; init; }

    /// <summary>Needs that anybody was interested in, or that invited somebody.</summary>
    public required int NeedsMet { get; init; }

    /// <summary>From the release of a need to its first interest or invitation.</summary>
    public double? MedianDaysToFirst { get; init; }

    public required int Stuck { get; init; }

    /// <summary>Ended within the limits that were agreed (容错).</summary>
    public required int EndedWithinLimits { get; init; }

    /// <summary>The slowest first.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    public static PairingFigures Of(IReadOnlyList<PairingItem> items, DateOnly today)
    {
        var met = items.Where(i => Funnel.ReachedBy(i.Steps).Any()).GroupBy(i => i.OpportunityId).ToArray();
        return new PairingFigures
        {
            Steps = Funnel.Of(items.Select(i => i.Steps)),
            NeedsMet = met.Length,
            MedianDaysToFirst = Funnel.Median(met.Select(FirstOf).OfType<double>()),
            Stuck = items.Count(i => i.IsStuck(today)),
            EndedWithinLimits = items.Count(i => i.State is PairingState.EndedWithinLimits),
            Units =
            [
                .. items.SelectMany(i => i.Answers()).GroupBy(a => a.Organisation)
                    .Select(g => new Unit(g.Key, g.First().Name, Funnel.Median(g.Select(a => a.Days).OfType<double>()), g.Count(a => a.Days is not null), g.Count(a => a.Days is null)))
                    .OrderByDescending(u => u.MedianDays ?? double.MaxValue).ThenByDescending(u => u.Missed).ThenBy(u => u.Id)
            ]
        };
    }

    private static double? FirstOf(IEnumerable<PairingItem> ofOneNeed) => ofOneNeed.MinBy(i => i.BeganAt) is { ReleasedAt: { } released, BeganAt: var began } && began >= released ? (began - released).TotalDays : null;

    /// <summary>How fast an organisation answers when it is first asked.</summary>
    internal sealed record Unit(Guid Id, string Name, double? MedianDays, int Answered, int Missed);
}
