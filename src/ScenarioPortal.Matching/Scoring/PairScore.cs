namespace ScenarioPortal.Matching.Scoring;

/// <summary>The score of a pair and what it is made of.</summary>
/// <param name="Score">0–1, in billionths.</param>
/// <param name="Evidence">The parts.</param>
/// <param name="Judged">What was said of the wanted technologies and of the conditions.</param>
/// <param name="ForSilence">How much higher the score would be if the capability were confirmed; together they are that score.</param>
/// <param name="ForCredit">The same if the credit of its organisation were not below zero.</param>
internal readonly record struct PairScore(double Score, Evidence Evidence, WishesJudged Judged, double ForSilence, double ForCredit)
{
    public string? ExcludedBy => Evidence.ExcludedBy;
}

/// <summary>What was said of the wishes of a need, one for each, in their order.</summary>
internal readonly record struct WishesJudged(Judgement[] Technologies, Judgement[] Conditions);
