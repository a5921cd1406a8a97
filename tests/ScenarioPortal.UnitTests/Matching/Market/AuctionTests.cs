using CsCheck;
using ScenarioPortal.Matching.Market;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching.Market;

public sealed class AuctionTests
{
    private const double Rounding = 1e-6;

    [Fact]
    public void The_total_is_that_of_a_solver_of_somebody_else_on_hundreds_of_small_markets() => MarketGen.Any.Sample(market =>
    {
        var graph = market.Graph;

        var assignment = Auction.Run(graph);

        Assert.Equal(MinimumCostFlow.BestTotal(graph), assignment.Total);
        Assert.True(assignment.IsOptimal);
    }, iter: 600);

    [Fact]
    public void It_is_the_same_on_markets_of_some_size()
    {
        foreach (var seed in (int[])[1, 2, 3])
        {
            var graph = Crowded(needs: 400, capabilities: 150, each: 15, seed);

            var assignment = Auction.Run(graph);

            Assert.Equal(MinimumCostFlow.BestTotal(graph), assignment.Total);
        }
    }

    [Fact]
    public void Nobody_takes_more_than_its_capacity_and_partners_have_an_arc() => MarketGen.Any.Sample(market =>
    {
        var graph = market.Graph;

        var assignment = Auction.Run(graph);

        var paired = assignment.CapabilityOfNeed.Index().Where(p => p.Item >= 0).ToArray();
        Assert.All(paired, p => Assert.True(graph.UnitsOf(p.Index, p.Item) > 0));
        Assert.All(paired.CountBy(p => p.Item), held => Assert.True(held.Value <= graph.Capacities[held.Key]));
        Assert.Equal(paired.Sum(p => graph.UnitsOf(p.Index, p.Item)), assignment.Total);
    }, iter: 300);

    [Fact]
    public void A_price_is_what_one_more_place_would_bring() => MarketGen.Any.Sample(market =>
    {
        var assignment = Auction.Run(market.Graph);

        for (var capability = 0; capability < market.Capacities.Length; capability++)
        {
            int[] more = [.. market.Capacities.Select((c, i) => i == capability ? c + 1 : c)];
            Assert.Equal(MinimumCostFlow.BestTotal((market with { Capacities = more }).Graph) - assignment.Total, assignment.Prices[capability], tolerance: 1.0);
        }
    }, iter: 200);

    /// <summary>Complementary slackness, to less than one unit: it is what makes the prices an answer to “why not my first choice”.</summary>
    [Fact]
    public void Who_has_room_costs_nothing_and_nobody_would_gain_by_another_partner_at_these_prices() => MarketGen.Any.Sample(market =>
    {
        var graph = market.Graph;

        var assignment = Auction.Run(graph);

        var held = new int[graph.CapabilityCount];
        foreach (var capability in assignment.CapabilityOfNeed.Where(c => c >= 0))
        {
            held[capability]++;
        }

        Assert.All(assignment.Prices.Index(), p => Assert.True(p.Item >= 0 && (p.Item == 0 || held[p.Index] == graph.Capacities[p.Index])));
        for (var need = 0; need < graph.NeedCount; need++)
        {
            var has = assignment.CapabilityOfNeed[need] is >= 0 and var capability ? graph.UnitsOf(need, capability) - assignment.Prices[capability] : 0;
            Assert.True(has > -1);
            Assert.All(graph.PartnersOf(need).ToArray(), other => Assert.True(graph.UnitsOf(need, other) - assignment.Prices[other] < has + 1));
        }
    }, iter: 300);

    [Fact]
    public void The_total_does_not_depend_on_the_order_of_needs_capabilities_or_arcs() =>
        Gen.Select(MarketGen.Any, Gen.Int).Sample((market, seed) =>
        {
            var chance = new Random(seed);
            int[] needs = [.. Enumerable.Range(0, market.Needs)], capabilities = [.. Enumerable.Range(0, market.Capacities.Length)];
            var arcs = (MarketArc[])market.Arcs.Clone();
            chance.Shuffle(needs);
            chance.Shuffle(capabilities);
            chance.Shuffle(arcs);
            var capacities = new int[capabilities.Length];
            for (var capability = 0; capability < capabilities.Length; capability++)
            {
                capacities[capabilities[capability]] = market.Capacities[capability];
            }

            var shuffled = MarketGraph.Of(market.Needs, capacities, [.. arcs.Select(a => new MarketArc(needs[a.Need], capabilities[a.Capability], a.Score))]);

            Assert.Equal(Auction.Run(market.Graph).Total, Auction.Run(shuffled).Total);
        }, iter: 200);

    [Fact]
    public void The_same_graph_gives_the_same_pairs_whatever_the_order_of_its_arcs() => MarketGen.Any.Sample(market =>
        Assert.Equal(Auction.Run(market.Graph).CapabilityOfNeed, Auction.Run((market with { Arcs = [.. market.Arcs.Reverse()] }).Graph).CapabilityOfNeed), iter: 100);

    [Fact]
    public void The_certificate_holds_at_every_tolerance() => Gen.Select(MarketGen.Any, Gen.Double[0, 0.5]).Sample((market, tolerance) =>
    {
        var graph = market.Graph;
        var best = MinimumCostFlow.BestTotal(graph);

        var assignment = Auction.Run(graph, tolerance);

        Assert.InRange(best - assignment.Total, 0, assignment.Gap + Rounding);
        Assert.True(assignment.Gap <= Math.Max(tolerance * assignment.Total, 1));
    }, iter: 200);

    [Fact]
    public void Regret_is_what_the_first_choice_would_bring_beyond_the_partner() => MarketGen.Any.Sample(market =>
    {
        var graph = market.Graph;
        var (assignment, first) = (Auction.Run(graph), graph.FirstChoices());

        Assert.All(first.Index(), f => Assert.Equal(
            (f.Item < 0 ? 0 : graph.UnitsOf(f.Index, f.Item)) - (assignment.CapabilityOfNeed[f.Index] is >= 0 and var has ? graph.UnitsOf(f.Index, has) : 0),
            assignment.RegretOfNeed(f.Index)));
        Assert.All(assignment.RegretOfCapabilities(), regret => Assert.True(regret >= 0));
        Assert.True(graph.Total(graph.FirstCome(Enumerable.Range(0, graph.NeedCount))) <= assignment.Total && assignment.Total <= graph.Total(first));
    }, iter: 200);

    [Fact]
    public void Two_needs_for_one_place_show_what_the_place_is_worth()
    {
        // Both want the first; the second need loses less by going elsewhere.
        var graph = MarketGraph.Of(2, [1, 1], [new(0, 0, 0.9), new(0, 1, 0.2), new(1, 0, 0.8), new(1, 1, 0.6)]);

        var assignment = Auction.Run(graph);

        Assert.Equal([0, 1], assignment.CapabilityOfNeed);
        Assert.Equal(15_000, assignment.Total);
        Assert.Equal([0, 2_000], [assignment.RegretOfNeed(0), assignment.RegretOfNeed(1)]);
        Assert.Equal([2_000.0, 0.0], assignment.Prices.Select(p => Math.Round(p)));
        Assert.Equal([0, 0], assignment.RegretOfCapabilities());
    }

    [Fact]
    public void Somebody_stays_without_where_there_are_fewer_places_than_needs()
    {
        var graph = MarketGraph.Of(3, [1], [new(0, 0, 0.5), new(1, 0, 0.7), new(2, 0, 0.6)]);

        var assignment = Auction.Run(graph);

        Assert.Equal([-1, 0, -1], assignment.CapabilityOfNeed);
        Assert.Equal([5_000, 0, 6_000], [assignment.RegretOfNeed(0), assignment.RegretOfNeed(1), assignment.RegretOfNeed(2)]);
    }

    [Fact]
    public void A_market_without_arcs_or_without_anybody_is_worth_nothing()
    {
        Assert.Equal(0, Auction.Run(MarketGraph.Of(0, [], [])).Total);

        var assignment = Auction.Run(MarketGraph.Of(3, [2, 1], [new(1, 1, 0)]));

        Assert.Equal([-1, -1, -1], assignment.CapabilityOfNeed);
        Assert.Equal([0.0, 0.0], assignment.Prices);
        Assert.True(assignment.IsOptimal);
    }

    [Fact]
    public void Where_there_is_room_for_all_everybody_has_the_first_choice_and_nothing_costs_anything()
    {
        var graph = MarketGraph.Of(3, [9, 9], [new(0, 0, 0.4), new(1, 0, 0.4), new(2, 0, 0.4), new(2, 1, 0.9), new(0, 1, 0.1)]);

        var assignment = Auction.Run(graph);

        Assert.Equal(graph.FirstChoices(), assignment.CapabilityOfNeed);
        Assert.Equal([0.0, 0.0], assignment.Prices);
    }

    [Fact]
    public void Equal_scores_for_scarce_places_fill_all_places()
    {
        var arcs = from need in Enumerable.Range(0, 500) from capability in Enumerable.Range(0, 20) select new MarketArc(need, capability, 1);

        var assignment = Auction.Run(MarketGraph.Of(500, [.. Enumerable.Repeat(3, 20)], [.. arcs]));

        Assert.Equal(20 * 3 * MarketGraph.UnitsOfOne, assignment.Total);
        Assert.True(assignment.IsOptimal);
    }

    [Fact]
    public void Of_several_arcs_between_the_same_two_the_best_counts() =>
        Assert.Equal(7_000, Auction.Run(MarketGraph.Of(1, [1], [new(0, 0, 0.3), new(0, 0, 0.7), new(0, 0, 0.5)])).Total);

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MarketGraph.Of(1, [0], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarketGraph.Of(1, [1], [new(1, 0, 0.5)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarketGraph.Of(1, [1], [new(0, 1, 0.5)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarketGraph.Of(1, [1], [new(0, 0, double.NaN)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Auction.Run(MarketGraph.Of(0, [], []), tolerance: 1));
    }

    [Fact]
    public void Exposure_says_how_evenly_needs_fall()
    {
        var one = Exposure.Of([0, 0, 0, 0, -1], [0, 1, 2, 3]);
        var even = Exposure.Of([0, 1, 2, 3], [0, 1, 2, 3]);

        Assert.Equal((4, 1, 1.0, 1.0, 0.75), (one.Needs, one.Capabilities, one.LargestShare, one.TopTenthShare, one.Gini));
        Assert.Equal((4, 4, 0.25, 0.25, 0.0), (even.Needs, even.Capabilities, even.LargestShare, even.TopTenthShare, even.Gini));
        Assert.Equal(0, Exposure.Of([-1], []).Gini);
    }

    /// <summary>Needs that mostly want the same few, as real ones do.</summary>
    private static MarketGraph Crowded(int needs, int capabilities, int each, int seed)
    {
        var chance = new Random(seed);
        var arcs = from need in Enumerable.Range(0, needs)
                   from _ in Enumerable.Range(0, each)
                   select new MarketArc(need, (int)(capabilities * Math.Pow(chance.NextDouble(), 2)), 0.3 + (0.7 * chance.NextDouble()));
        return MarketGraph.Of(needs, [.. Enumerable.Range(0, capabilities).Select(_ => 1 + chance.Next(4))], [.. arcs]);
    }
}
