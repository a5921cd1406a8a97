using CsCheck;
using ScenarioPortal.Matching.Market;

namespace ScenarioPortal.UnitTests.Matching.Market;

/// <summary>Small markets of every kind: sparse and full, scarce and ample, with scores that are all different or mostly equal.</summary>
internal static class MarketGen
{
    public static Gen<Case> Any { get; } =
        from needs in Gen.Int[0, 24]
        from capabilities in Gen.Int[1, 12]
        from capacities in Gen.Int[1, 4].Array[capabilities]
        from isCoarse in Gen.Bool
        from arcs in needs == 0 ? Gen.Const(Array.Empty<MarketArc>()) : Gen.Select(Gen.Int[0, needs - 1], Gen.Int[0, capabilities - 1], isCoarse ? Gen.Int[0, 3].Select(s => s / 3.0) : Gen.Double[0, 1])
            .Select(a => new MarketArc(a.Item1, a.Item2, a.Item3)).Array[0, needs * capabilities]
        select new Case(needs, capacities, arcs);

    internal sealed record Case(int Needs, int[] Capacities, MarketArc[] Arcs)
    {
        public MarketGraph Graph => MarketGraph.Of(Needs, Capacities, Arcs);
    }
}
