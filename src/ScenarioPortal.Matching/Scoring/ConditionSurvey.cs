namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Counts what each required condition of a need does while its candidates are scored: the evidence of a pair is taken apart into what its conditions
/// give and the rest, which is then looked at without each condition in turn. That costs a curve for each condition, not another search.
/// </summary>
internal sealed class ConditionSurvey(NeedProfile profile, PairScorer scorer)
{
    private readonly double[] _values = new double[profile.Conditions.Count];
    private readonly bool[] _fails = new bool[profile.Conditions.Count];
    private readonly int[] _removes = new int[profile.Conditions.Count];
    private readonly int[] _without = new int[profile.Conditions.Count];
    private int _fitting;
    private int _excluded;

    public void Add(PairScore score)
    {
        var (others, count, sum, failed, failedSum) = (score.Evidence.Others, _values.Length, 0d, 0, 0d);
        for (var i = 0; i < count; i++)
        {
            var judgement = score.Judged.Conditions[i];
            (_values[i], _fails[i]) = (PairScorer.Signed(judgement), judgement.Detail == ReasonDetail.ConditionExcludes);
            sum += _values[i];
            failed += _fails[i] ? 1 : 0;
            failedSum += _fails[i] ? _values[i] : 0;
        }

        _fitting += failed == 0 && Fits(others, sum, count) ? 1 : 0;
        var excluded = failed > 0 && Fits(others, sum - failedSum, count - failed);
        _excluded += excluded ? 1 : 0;
        for (var i = 0; i < count; i++)
        {
            _removes[i] += excluded && _fails[i] ? 1 : 0;
            _without[i] += failed == (_fails[i] ? 1 : 0) && Fits(others, sum - _values[i], count - 1) ? 1 : 0;
        }
    }

    public MatchSurvey Result(IReadOnlyList<ScoredMatch> best) => new(best, _fitting, _excluded,
        [.. profile.Need.Conditions.Index().Where(c => c.Item.Required).Select(c => new ConditionEffect(c.Item.Text, _removes[c.Index], _without[c.Index]))]);

    private bool Fits(double others, double sum, int count) => scorer.WithConditions(others, sum, count) >= Matcher.ShownFrom;
}
