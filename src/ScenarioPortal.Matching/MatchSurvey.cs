namespace ScenarioPortal.Matching;

/// <summary>Who fits a need, and what its required conditions do to that, counted over the candidates that were scored in full (at least 200).</summary>
/// <param name="Best">As <see cref="Matcher.CapabilitiesFor"/> gives them.</param>
/// <param name="Fitting">How many reach <see cref="Matcher.ShownFrom"/>.</param>
/// <param name="Excluded">How many would, if no required condition that they are known to fail were asked.</param>
/// <param name="Conditions">One for each required condition, in its order.</param>
public sealed record MatchSurvey(IReadOnlyList<ScoredMatch> Best, int Fitting, int Excluded, IReadOnlyList<ConditionEffect> Conditions);

/// <summary>What one required condition does.</summary>
/// <param name="Text">The condition, in the words of the need.</param>
/// <param name="Removes">How many of the excluded fail it, alone or among others.</param>
/// <param name="FittingWithout">How many would reach <see cref="Matcher.ShownFrom"/> if this one were not asked and the others were.</param>
public sealed record ConditionEffect(string Text, int Removes, int FittingWithout);
