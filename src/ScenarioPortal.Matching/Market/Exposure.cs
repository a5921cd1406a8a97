namespace ScenarioPortal.Matching.Market;

/// <summary>How evenly needs fall on capabilities.</summary>
public sealed record Exposure
{
    /// <summary>Needs that have a capability.</summary>
    public required int Needs { get; init; }

    /// <summary>Capabilities that have any need.</summary>
    public required int Capabilities { get; init; }

    /// <summary>The share of the needs, 0 to 1, that fall on the capability with the most.</summary>
    public required double LargestShare { get; init; }

    /// <summary>The share of the needs that fall on the tenth of the capabilities with the most, one at least.</summary>
    public required double TopTenthShare { get; init; }

    /// <summary>
    /// The Gini coefficient of the needs a capability has: 0 when all have as many, near 1 when one has all. By the formula over sorted numbers,
    /// Σ (2i − n − 1) · xᵢ / (n · Σ xᵢ).
    /// </summary>
    public required double Gini { get; init; }

    /// <param name="capabilityOfNeed">The capability of each need; negative for none.</param>
    /// <param name="capabilities">Those among which the needs are shared out: who has none counts too.</param>
    public static Exposure Of(IEnumerable<int> capabilityOfNeed, IReadOnlyCollection<int> capabilities)
    {
        var held = capabilities.ToDictionary(c => c, _ => 0);
        foreach (var capability in capabilityOfNeed.Where(c => c >= 0))
        {
            held[capability]++;
        }

        int[] counts = [.. held.Values.Order()];
        var needs = counts.Sum();
        var spread = counts.Select((count, i) => ((2.0 * (i + 1)) - counts.Length - 1) * count).Sum();
        return new Exposure
        {
            Needs = needs,
            Capabilities = counts.Count(c => c > 0),
            LargestShare = Share(counts.LastOrDefault()),
            TopTenthShare = Share(counts.TakeLast(Math.Max(1, counts.Length / 10)).Sum()),
            Gini = needs == 0 ? 0 : spread / ((double)counts.Length * needs)
        };

        double Share(int of) => needs == 0 ? 0 : (double)of / needs;
    }
}
