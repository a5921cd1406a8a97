namespace ScenarioPortal.Matching.Market;

/// <summary>
/// Who goes with whom when all needs are looked at together, and how good that is. Everything is in units (<see cref="MarketGraph.UnitsOfOne"/> is a score of 1).
/// </summary>
public sealed class Assignment
{
    internal Assignment(MarketGraph graph, int[] capabilityOfNeed, double[] prices)
    {
        (Graph, CapabilityOfNeed, Prices) = (graph, capabilityOfNeed, prices);
        Total = graph.Total(capabilityOfNeed);
        Bound = BoundOf(graph, prices);
    }

    public MarketGraph Graph { get; }

    /// <summary>The capability of each need; −1 for none.</summary>
    public IReadOnlyList<int> CapabilityOfNeed { get; }

    /// <summary>
    /// The shadow price of a place at each capability, at least 0: what one more would bring to all together (exactly, but for one unit, when the assignment is the best there is).
    /// A need that did not get its first choice would have had to bring so much more there than elsewhere. 0 where there is room.
    /// </summary>
    public IReadOnlyList<double> Prices { get; }

    /// <summary>What all pairs are worth.</summary>
    public long Total { get; }

    /// <summary>
    /// What no assignment can exceed, whatever it is: by the duality of linear programming Σ capacity · price + Σ over needs of max(0, units − price), which holds
    /// for any prices.
    /// </summary>
    public double Bound { get; }

    /// <summary>The certificate: so far the total may be from the best there is, at most. Below 1 it is the best there is, because totals are whole.</summary>
    public double Gap => Math.Max(0, Bound - Total);

    public bool IsOptimal => Gap < 1 - Rounding;

    /// <summary>Sums of prices are exact to far less than this.</summary>
    private const double Rounding = 1e-6;

    /// <summary>How much the best that the need could have is worth beyond what it has.</summary>
    public int RegretOfNeed(int need)
    {
        var best = 0;
        foreach (var units in Graph.UnitsOf(need))
        {
            best = Math.Max(best, units);
        }

        return best - (CapabilityOfNeed[need] < 0 ? 0 : Graph.UnitsOf(need, CapabilityOfNeed[need]));
    }

    /// <summary>For each capability: how much the best needs that would fill its places are worth beyond those that it has.</summary>
    public long[] RegretOfCapabilities()
    {
        var (best, regret) = (new List<int>?[Graph.CapabilityCount], new long[Graph.CapabilityCount]);
        for (var need = 0; need < Graph.NeedCount; need++)
        {
            var partners = Graph.PartnersOf(need);
            var units = Graph.UnitsOf(need);
            for (var arc = 0; arc < partners.Length; arc++)
            {
                (best[partners[arc]] ??= []).Add(units[arc]);
            }

            if (CapabilityOfNeed[need] is >= 0 and var capability)
            {
                regret[capability] -= Graph.UnitsOf(need, capability);
            }
        }

        for (var capability = 0; capability < best.Length; capability++)
        {
            regret[capability] += best[capability] is { } worths ? worths.OrderDescending().Take(Graph.Capacities[capability]).Sum(w => (long)w) : 0;
        }

        return regret;
    }

    private static double BoundOf(MarketGraph graph, double[] prices)
    {
        var bound = 0.0;
        for (var capability = 0; capability < prices.Length; capability++)
        {
            bound += graph.Capacities[capability] * prices[capability];
        }

        for (var need = 0; need < graph.NeedCount; need++)
        {
            var partners = graph.PartnersOf(need);
            var units = graph.UnitsOf(need);
            var profit = 0.0;
            for (var arc = 0; arc < partners.Length; arc++)
            {
                profit = Math.Max(profit, units[arc] - prices[partners[arc]]);
            }

            bound += profit;
        }

        return bound;
    }
}
