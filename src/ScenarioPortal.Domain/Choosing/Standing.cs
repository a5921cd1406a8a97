namespace ScenarioPortal.Domain.Choosing;

/// <summary>How a company stands after a round: the mean of the experts by each criterion, and their weighted sum, from 0 to 100.</summary>
/// <param name="Candidate">Its place among the candidates.</param>
/// <param name="Means">In the order of the criteria.</param>
/// <param name="Total">Weighted by the criteria.</param>
public sealed record Standing(int Candidate, IReadOnlyList<double> Means, double Total)
{
    /// <summary>One for each company in their order; none when nobody handed in. In the second round whoever did not change counts with the first.</summary>
    public static IReadOnlyList<Standing> Of(Choice choice, IEnumerable<ChoiceOpinion> opinions, int round)
    {
        var counted = opinions.Where(o => o.Round <= round).GroupBy(o => o.Expert).Select(e => e.MaxBy(o => o.Round)!).ToArray();
        return counted.Length == 0 ? [] : [.. choice.Candidates.OrderBy(c => c.Place).Select(c => Of(choice, counted, c.Place))];
    }

    private static Standing Of(Choice choice, ChoiceOpinion[] counted, int candidate)
    {
        double[] means = [.. choice.Criteria.Index().Select(c => counted.Average(o => o.MarkOf(candidate, c.Index)?.Score ?? 0))];
        return new Standing(candidate, means, choice.Criteria.Index().Sum(c => means[c.Index] * c.Item.Weight) / ChoiceCriterion.Whole);
    }
}
