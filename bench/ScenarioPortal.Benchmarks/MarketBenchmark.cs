using System.Globalization;
using Google.OrTools.Graph;
using ScenarioPortal.Matching.Market;

namespace ScenarioPortal.Benchmarks;

/// <summary>
/// <c>./portal bench market</c>: all needs assigned at once by the portal's auction, beside Google OR-Tools' minimum-cost flow (the exact peer) and first come, first served,
/// over the same generated markets in one run. The figure is processor time of one thread, the fastest of some rounds.
/// </summary>
internal static class MarketBenchmark
{
    private const int Rounds = 5;

    /// <summary>0.01 %.</summary>
    private const double Close = 1e-4;

    public static void Run(bool isQuick, CancellationToken cancellation)
    {
        (int Needs, int Capabilities, int Each)[] sizes = isQuick ? [(1_000, 500, 50), (10_000, 5_000, 50)] : [(1_000, 500, 50), (10_000, 5_000, 50), (100_000, 40_000, 20)];
        foreach (var (needs, capabilities, each) in sizes)
        {
            cancellation.ThrowIfCancellationRequested();
            Run(needs, capabilities, each, cancellation);
            Console.WriteLine();
        }
    }

    private static void Run(int needs, int capabilities, int each, CancellationToken cancellation)
    {
        var (arcs, capacities) = Generate(needs, capabilities, each);
        var (graph, laid) = Fastest(Rounds, () => MarketGraph.Of(needs, capacities, arcs));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{needs:N0} needs, {capabilities:N0} capabilities for 1–5 each, {graph.ArcCount:N0} arcs; laid out in {laid.TotalSeconds:0.00} s; processor time, fastest of {Rounds} rounds"));

        var (best, flow) = Fastest(Rounds, () => MinimumCostFlow(graph));
        Tell("OR-Tools 9.15 minimum-cost flow", flow, best, "exact");
        Auctioned("auction to 0.01 %", Close);
        Auctioned("auction to the optimum", 0);
        var (served, first) = Fastest(Rounds, () => graph.FirstCome(Enumerable.Range(0, needs)));
        Tell("first come, first served", first, graph.Total(served), "");

        void Auctioned(string name, double tolerance)
        {
            var (assignment, took) = Fastest(Rounds, () => Auction.Run(graph, tolerance, cancellation));
            Tell(name, took, assignment.Total, string.Create(CultureInfo.InvariantCulture, $"proven within {assignment.Gap / assignment.Total:0.000000%}, {flow / took:0.0} times as fast"));
        }

        void Tell(string name, TimeSpan took, long total, string note) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-34}{took.TotalSeconds,8:0.000} s  below the optimum {(double)(best - total) / best,11:0.000000%}  {note}"));
    }

    private static (T Result, TimeSpan Took) Fastest<T>(int rounds, Func<T> act)
    {
        var (result, fastest) = (default(T)!, TimeSpan.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            // What earlier rounds left is not collected on this one's time.
            GC.Collect();
            var used = Environment.CpuUsage.TotalTime;
            result = act();
            var took = Environment.CpuUsage.TotalTime - used;
            fastest = took < fastest ? took : fastest;
        }

        return (result, fastest);
    }

    /// <summary>Needs of a subject want the same capabilities, and some subjects are far more in demand than others.</summary>
    private static (MarketArc[] Arcs, int[] Capacities) Generate(int needs, int capabilities, int each)
    {
        var chance = new Random(20_270_501);
        var arcs = new MarketArc[needs * each];
        for (var need = 0; need < needs; need++)
        {
            var (subject, fit) = ((int)(capabilities * Math.Pow(chance.NextDouble(), 1.5)), 0.3 + (0.5 * chance.NextDouble()));
            for (var i = 0; i < each; i++)
            {
                var capability = (subject + (int)(Math.Pow(chance.NextDouble(), 2) * capabilities / 20)) % capabilities;
                arcs[(need * each) + i] = new MarketArc(need, capability, fit + (0.2 * Math.Exp(-i / 8.0) * chance.NextDouble()));
            }
        }

        return (arcs, [.. Enumerable.Range(0, capabilities).Select(_ => 1 + chance.Next(5))]);
    }

    private static long MinimumCostFlow(MarketGraph graph)
    {
        using var flow = new MinCostFlow();
        var (source, sink) = (graph.NeedCount + graph.CapabilityCount, graph.NeedCount + graph.CapabilityCount + 1);
        for (var need = 0; need < graph.NeedCount; need++)
        {
            flow.AddArcWithCapacityAndUnitCost(source, need, 1, 0);
            flow.AddArcWithCapacityAndUnitCost(need, sink, 1, 0);
            var (partners, units) = (graph.PartnersOf(need).ToArray(), graph.UnitsOf(need).ToArray());
            for (var arc = 0; arc < partners.Length; arc++)
            {
                flow.AddArcWithCapacityAndUnitCost(need, graph.NeedCount + partners[arc], 1, -units[arc]);
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
