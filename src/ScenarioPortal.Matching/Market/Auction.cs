namespace ScenarioPortal.Matching.Market;

/// <summary>
/// Assigns capabilities of limited capacity to many needs so that what all pairs are worth is as much as possible: an auction with ε-scaling. A need has at
/// most one partner, and may stay without.
/// <para>
/// Forward, each need bids for the capability that leaves it most after its price, so high that the next best would be as good, plus ε; a full capability lets its lowest
/// bidder go, who bids again elsewhere, and its price is then its lowest bid. Backward, a capability whose price is left over from an earlier round and that has room lowers it until needs
/// come or it is 0. After both, nobody could gain more than ε by another partner, and who has room costs nothing: so the total is within needs · ε of the best. Rounds begin with a large ε and end
/// with a small one, each from the prices of the one before: a small ε from the start would raise the prices of contested capabilities in as many steps as it goes into their worth.
/// </para>
/// Sources: D. P. Bertsekas, “The auction algorithm: a distributed relaxation method for the assignment problem”, Annals of Operations Research 14 (1988) 105–123;
/// D. P. Bertsekas and D. A. Castañon, “The auction algorithm for the transportation problem”, ibid. 20 (1989) 67–96 (several places at one price);
/// D. P. Bertsekas, D. A. Castañon and H. Tsaknakis, “Reverse auction and the solution of inequality constrained assignment problems”, SIAM Journal on Optimization 3 (1993) 268–297.
/// </summary>
public static class Auction
{
    /// <summary>The first ε is so many times smaller than the largest worth.</summary>
    private const int FirstShare = 50;

    /// <summary>Each ε is so many times smaller than the one before.</summary>
    private const int Step = 8;

    /// <summary>Scaled worths and prices stay below 2³⁰ together, so that sums of them fit into 32 bits.</summary>
    private const int Largest = 1 << 29;

    /// <param name="graph">What could go together; 2 M arcs take some 40 bytes each while it runs.</param>
    /// <param name="tolerance">
    /// By how much of the total the result may be below the best there is, from 0 to below 1: as soon as <see cref="Assignment.Gap"/> proves it, no smaller ε is tried. 0 is
    /// the best there is, as far as 32 bits allow it: for certain up to 50,000 needs, beyond that to a few units of the sum.
    /// </param>
    /// <param name="cancellation">Asked between rounds.</param>
    /// <returns>The same for the same graph, always.</returns>
    public static Assignment Run(MarketGraph graph, double tolerance = 0, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tolerance, 1);

        // Worths are multiplied by more than the number of needs: then ε = 1 cannot add up to one unit.
        var scale = (int)Math.Min(graph.NeedCount + 1L, Largest / MarketGraph.UnitsOfOne);
        var round = new AuctionRound(graph, scale);
        for (var epsilon = Math.Max(1, MarketGraph.UnitsOfOne * scale / FirstShare); ; epsilon = Math.Max(1, epsilon / Step))
        {
            cancellation.ThrowIfCancellationRequested();
            round.Run(epsilon);
            var found = round.Result();
            if (epsilon == 1 || found.IsOptimal || found.Gap <= tolerance * found.Total)
            {
                round.LowerPrices();
                return round.Result();
            }
        }
    }
}
