using ScenarioPortal.Matching.Market;
using ScenarioPortal.Web.Catalogue;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// The whole market at once: what happens when everybody has their own first choice, when whoever was released first chooses first, and when all are assigned together.
/// Needs and capabilities stand in the rotation of the day, so that among equals neither name nor age decides.
/// </summary>
internal sealed class MarketView
{
    /// <summary>What a capability takes at once that does not say.</summary>
    public const int UsualCapacity = 1;

    private readonly MarketGraph _graph;
    private readonly int[] _first;
    private readonly int[] _demand;
    private readonly int[] _held;
    private readonly Assignment _assignment;
    private readonly long[] _regretOfCapabilities;

    private MarketView(MarketSide[] needs, MarketSide[] capabilities, MarketGraph graph, IEnumerable<int> byRelease, CancellationToken cancellation)
    {
        _graph = graph;
        _first = graph.FirstChoices();
        _assignment = Auction.Run(graph, cancellation: cancellation);
        _regretOfCapabilities = _assignment.RegretOfCapabilities();
        (_demand, _held) = (CountOf(_first), CountOf(_assignment.CapabilityOfNeed));
        FirstChoices = OutcomeOf(_first);
        FirstCome = OutcomeOf(graph.FirstCome(byRelease));
        Together = OutcomeOf([.. _assignment.CapabilityOfNeed]);
        Needs = [.. needs.Select((need, i) => NeedOf(need.Id, i, capabilities))];
        Capabilities = [.. capabilities.Select(CapabilityOf)];
    }

    /// <summary>Everybody has the capability that fits best, whether or not it can take so many.</summary>
    public Outcome FirstChoices { get; }

    /// <summary>Whoever was released first chooses first among those that still have room.</summary>
    public Outcome FirstCome { get; }

    public Outcome Together { get; }

    /// <summary>By how much all scores together could be better at most; 0 when that is proven to be nothing.</summary>
    public double Gap => _assignment.IsOptimal ? 0 : _assignment.Gap / MarketGraph.UnitsOfOne;

    public IReadOnlyList<Need> Needs { get; }

    public IReadOnlyList<Capability> Capabilities { get; }

    public static MarketView Of(IReadOnlyList<MarketPair> pairs, DateOnly today, CancellationToken cancellation)
    {
        var needs = InRotation(pairs.DistinctBy(p => p.OpportunityId).Select(p => new MarketSide(p.OpportunityId, p.ReleasedAt, null)), today);
        var capabilities = InRotation(pairs.DistinctBy(p => p.CapabilityId).Select(p => new MarketSide(p.CapabilityId, null, p.ProjectsAtOnce)), today);
        var (placeOfNeed, placeOfCapability) = (PlacesOf(needs), PlacesOf(capabilities));
        var graph = MarketGraph.Of(needs.Length, [.. capabilities.Select(c => c.Capacity ?? UsualCapacity)],
            [.. pairs.Select(p => new MarketArc(placeOfNeed[p.OpportunityId], placeOfCapability[p.CapabilityId], p.Score))]);
        return new MarketView(needs, capabilities, graph, Enumerable.Range(0, needs.Length).OrderBy(n => needs[n].ReleasedAt), cancellation);
    }

    private static MarketSide[] InRotation(IEnumerable<MarketSide> sides, DateOnly today)
    {
        MarketSide[] all = [.. sides];
        return [.. DayRotation.Order(all, today, _ => 0, s => s.Id).Select(i => all[i])];
    }

    private static Dictionary<Guid, int> PlacesOf(MarketSide[] sides) => sides.Index().ToDictionary(s => s.Item.Id, s => s.Index);

    private int[] CountOf(IEnumerable<int> capabilityOfNeed)
    {
        var counts = new int[_graph.CapabilityCount];
        foreach (var capability in capabilityOfNeed.Where(c => c >= 0))
        {
            counts[capability]++;
        }

        return counts;
    }

    private Outcome OutcomeOf(int[] capabilityOfNeed)
    {
        var counts = CountOf(capabilityOfNeed);
        return new Outcome
        {
            Score = (double)_graph.Total(capabilityOfNeed) / MarketGraph.UnitsOfOne,
            BeyondCapacity = counts.Index().Sum(c => Math.Max(0, c.Item - _graph.Capacities[c.Index])),
            Exposure = Exposure.Of(capabilityOfNeed, [.. Enumerable.Range(0, _graph.CapabilityCount)])
        };
    }

    private Need NeedOf(Guid id, int place, MarketSide[] capabilities)
    {
        return new Need
        {
            Id = id,
            First = PartnerOf(_first[place]),
            Partner = PartnerOf(_assignment.CapabilityOfNeed[place]),
            Regret = (double)_assignment.RegretOfNeed(place) / MarketGraph.UnitsOfOne,
            CostToOthers = Math.Max(0, PriceOf(_first[place]) - PriceOf(_assignment.CapabilityOfNeed[place])) / MarketGraph.UnitsOfOne
        };

        Partner? PartnerOf(int capability) =>
            capability < 0 ? null : new Partner(capabilities[capability].Id, (double)_graph.UnitsOf(place, capability) / MarketGraph.UnitsOfOne);
    }

    private double PriceOf(int capability) => capability < 0 ? 0 : _assignment.Prices[capability];

    private Capability CapabilityOf(MarketSide side, int place) => new()
    {
        Id = side.Id,
        Demand = _demand[place],
        Held = _held[place],
        Capacity = _graph.Capacities[place],
        IsStated = side.Capacity is not null,
        Price = _assignment.Prices[place] / MarketGraph.UnitsOfOne,
        Regret = (double)_regretOfCapabilities[place] / MarketGraph.UnitsOfOne
    };

    /// <summary>What comes of one way to share the capabilities out.</summary>
    internal sealed record Outcome
    {
        /// <summary>The scores of all pairs together.</summary>
        public required double Score { get; init; }

        /// <summary>How many needs stand at a capability beyond what it can take.</summary>
        public required int BeyondCapacity { get; init; }

        public required Exposure Exposure { get; init; }
    }

    /// <summary>A capability as the partner of a need, and how well the two fit.</summary>
    internal sealed record Partner(Guid Id, double Score);

    internal sealed record Need
    {
        public required Guid Id { get; init; }

        public Partner? First { get; init; }

        /// <summary>The capability it is assigned; null when all that fit are full.</summary>
        public Partner? Partner { get; init; }

        /// <summary>How much better the first choice fits.</summary>
        public required double Regret { get; init; }

        /// <summary>
        /// What all others together would lose at least if it had its first choice: the price of a place there less that of the place it would leave. It is never less
        /// than <see cref="Regret"/>, or the assignment would not be the best.
        /// </summary>
        public required double CostToOthers { get; init; }
    }

    internal sealed record Capability
    {
        public required Guid Id { get; init; }

        /// <summary>How many needs have it as their first choice.</summary>
        public required int Demand { get; init; }

        /// <summary>How many needs it is assigned.</summary>
        public required int Held { get; init; }

        public required int Capacity { get; init; }

        /// <summary>Whether it says how many it takes; else it counts as <see cref="UsualCapacity"/>.</summary>
        public required bool IsStated { get; init; }

        /// <summary>What one more place would bring to all together, at most.</summary>
        public required double Price { get; init; }

        /// <summary>How much better the needs fit that would suit it best.</summary>
        public required double Regret { get; init; }
    }

    /// <summary>A need or a capability before anything is computed.</summary>
    private sealed record MarketSide(Guid Id, DateTimeOffset? ReleasedAt, int? Capacity);
}
