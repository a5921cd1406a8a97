using System.Globalization;
using ScenarioPortal.Matching.Scoring;

namespace ScenarioPortal.Matching.Learning;

/// <summary>
/// Proposes weights under which what people chose stands above what they passed over. Only pairs that were shown are compared, and a choice further down counts more, as fewer
/// look that far (a place p is taken to be looked at by 1 / log₂(p + 1) of those who look at the first). Each fifth need is kept back to see whether it helped.
/// </summary>
/// <param name="matcher">The lists, and the weights in force.</param>
public sealed class WeightLearner(Matcher matcher)
{
    private const int KeptBack = 5;

    /// <summary>Standard errors by which the gain must differ from nothing: by chance alone it does one time in twenty.</summary>
    private const double Doubt = 1.64;

    private static readonly (string Name, Func<Evidence, double> Of)[] Parts =
    [
        ("hints", e => e.Text.Hints), ("meaning", e => e.Text.Meaning), ("affinity", e => e.Text.FieldWords), ("peers", e => e.Peers), ("field", e => e.Field), ("region", e => e.Region), ("technology", e => e.Technologies),
        ("maturity", e => e.Maturity), ("budget", e => e.Budget), ("schedule", e => e.Schedule), ("condition", e => e.Conditions), ("silence", e => e.Silence)
    ];

    public LearntWeights Learn(IReadOnlyList<Decision> decisions)
    {
        // One moment for all of it.
        var inForce = matcher.With(matcher.Weights);
        var known = decisions.Select(d => Known(d, inForce)).OfType<Decision>().OrderBy(d => d.NeedId).ThenBy(d => d.ChosenId).ToArray();
        if (known.Length == 0)
        {
            return new LearntWeights(null, 0, 0, 0);
        }

        var needs = known.Select(d => d.NeedId).Distinct().Index().ToDictionary(n => n.Item, n => n.Index);
        var keptBack = known.Where(d => IsKeptBack(needs[d.NeedId])).ToArray();
        var factors = PairwiseFit.Factors(Comparisons([.. known.Where(d => !IsKeptBack(needs[d.NeedId]))], inForce), Parts.Length);
        var changes = Parts.Zip(factors, (part, factor) => (part.Name, factor)).ToDictionary();
        var until = known.Max(d => d.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (version, reason) = ($"learnt-{until}-{known.Length}", $"Learnt from {known.Length} decisions until {until}");
        var (before, after) = (Shares(keptBack, inForce), Shares(keptBack, inForce.With(matcher.Weights.Changed(changes, version, reason))));
        var (right, rightThen) = (Mean(keptBack, before), Mean(keptBack, after));
        var told = string.Create(CultureInfo.InvariantCulture, $"{reason}, pairwise accuracy {right:0.000} → {rightThen:0.000} on the fifth kept back");
        return new LearntWeights(IsBeyondChance(keptBack, before, after) ? matcher.Weights.Changed(changes, version, told) : null, known.Length, right, rightThen);
    }

    private static bool IsKeptBack(int need) => need % KeptBack == KeptBack - 1;

    /// <summary>The decision as far as its texts are still there; null when too little is.</summary>
    private static Decision? Known(Decision decision, Matcher lists)
    {
        var passedOver = decision.PassedOver.Where(id => lists.Capability(id) is not null).ToArray();
        return lists.Need(decision.NeedId) is not null && lists.Capability(decision.ChosenId) is not null && passedOver.Length > 0 ? decision with { PassedOver = passedOver } : null;
    }

    /// <summary>The inverse of how many look that far.</summary>
    private static double Importance(Decision decision) => Math.Log2(decision.Place + 1);

    /// <summary>Each decision counts once, however many were passed over; on average 1.</summary>
    private static Comparison[] Comparisons(IReadOnlyList<Decision> decisions, Matcher lists)
    {
        var all = decisions.Sum(Importance) / Math.Max(1, decisions.Count);
        return
        [
            .. from decision in decisions
               let evidence = EvidenceOf(decision, lists)
               from other in evidence.Skip(1)
               select new Comparison(
                   evidence[0].Total - other.Total,
                   Array.ConvertAll(Parts, part => part.Of(evidence[0]) - part.Of(other)),
                   Importance(decision) / all / decision.PassedOver.Count)
        ];
    }

    /// <summary>Of each decision, which share of those passed over stands below the chosen one; level is half.</summary>
    private static double[] Shares(Decision[] decisions, Matcher lists) => Array.ConvertAll(decisions, decision =>
    {
        var evidence = EvidenceOf(decision, lists);
        return evidence.Skip(1).Average(other => (1 + Math.Sign(evidence[0].Total - other.Total)) / 2d);
    });

    /// <summary>The chosen one first.</summary>
    private static IReadOnlyList<Evidence> EvidenceOf(Decision decision, Matcher lists) => lists.Evidence(lists.Need(decision.NeedId)!, [decision.ChosenId, .. decision.PassedOver]);

    private static double Mean(Decision[] decisions, double[] values) =>
        decisions.Zip(values, (d, value) => Importance(d) * value).Sum() / Math.Max(double.Epsilon, decisions.Sum(Importance));

    private static bool IsBeyondChance(Decision[] decisions, double[] before, double[] after)
    {
        var gains = after.Zip(before, (a, b) => a - b).ToArray();
        var mean = Mean(decisions, gains);
        var spread = Math.Sqrt(Mean(decisions, Array.ConvertAll(gains, g => (g - mean) * (g - mean))));
        return mean > 0 && mean > Doubt * spread / Math.Sqrt(decisions.Length);
    }
}
