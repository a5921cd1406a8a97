using Google.OrTools.Graph;
using ScenarioPortal.Matching.Market;

namespace ScenarioPortal.UnitTests.Matching.Market;

/// <summary>What the best assignment is worth, from somebody else's solver: a flow from a source over needs and capabilities to a sink, each need with a way past them.</summary>
internal static class MinimumCostFlow
{
    public static long BestTotal(MarketGraph graph)
    {
        using var flow = new MinCostFlow();
        var (source, sink) = (graph.NeedCount + graph.CapabilityCount, graph.NeedCount + graph.CapabilityCount + 1);
        for (var need = 0; need < graph.NeedCount; need++)
        {
            flow.AddArcWithCapacityAndUnitCost(source, need, 1, 0);
            flow.AddArcWithCapacityAndUnitCost(need, sink, 1, 0);
            foreach (var capability in graph.PartnersOf(need))
            {
                flow.AddArcWithCapacityAndUnitCost(need, graph.NeedCount + capability, 1, -graph.UnitsOf(need, capability));
            }
        }

        for (var capability = 0; capability < graph.CapabilityCount; capability++)
        {
            flow.AddArcWithCapacityAndUnitCost(graph.NeedCount + capability, sink, graph.Capacities[capability], 0);
        }

        flow.SetNodeSupply(source, graph.NeedCount);
        flow.SetNodeSupply(sink, -graph.NeedCount);
        return flow.Solve() is MinCostFlowBase.Status.OPTIMAL ? -flow.OptimalCost() : throw new InvalidOperationException("No best assignment was found.");
    }
}
