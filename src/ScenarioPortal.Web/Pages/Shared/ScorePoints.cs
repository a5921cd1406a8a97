using System.Globalization;
using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What one criterion brings to a score, in thousandths.</summary>
internal sealed record ScorePoints(Criterion Criterion, int Thousandths)
{
    private const int Unit = 1000;

    /// <summary>+0.312</summary>
    public string Text => (Thousandths / (decimal)Unit).ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);

    /// <summary>0.657</summary>
    public static string Total(IEnumerable<ScorePoints> points) => (points.Sum(p => p.Thousandths) / (decimal)Unit).ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>
    /// The points of all reasons by criterion, rounded so that they add up to the rounded score: what rounding leaves over goes to those that lost most by it.
    /// </summary>
    public static IReadOnlyList<ScorePoints> Of(IReadOnlyList<MatchReason> reasons, double score)
    {
        var sums = reasons.Where(r => r.Points is not null).GroupBy(r => r.Criterion)
            .Select(g => (Criterion: g.Key, Exact: g.Sum(r => r.Points!.Value) * Unit)).ToArray();
        if (sums.Length == 0)
        {
            return [];
        }

        var left = (int)Math.Floor(score * Unit) - sums.Sum(s => (int)Math.Floor(s.Exact));
        var more = sums.OrderByDescending(s => s.Exact - Math.Floor(s.Exact)).Take(left).Select(s => s.Criterion).ToHashSet();
        return [.. sums.Select(s => new ScorePoints(s.Criterion, (int)Math.Floor(s.Exact) + (more.Contains(s.Criterion) ? 1 : 0))).Where(p => p.Thousandths != 0)];
    }
}
