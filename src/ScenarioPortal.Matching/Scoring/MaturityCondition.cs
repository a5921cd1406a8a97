namespace ScenarioPortal.Matching.Scoring;

/// <summary>Reads conditions that ask for a technology readiness level, such as TRL≥7 or 技术成熟度不低于7级.</summary>
internal static class MaturityCondition
{
    private static readonly string[] Words = ["TRL", "技术成熟度", "技术就绪"];

    /// <summary>The level that is asked for; null when this is no such condition.</summary>
    public static int? Level(string condition)
    {
        foreach (var word in Words)
        {
            var place = condition.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (place >= 0)
            {
                var digit = condition.AsSpan(place + word.Length).IndexOfAnyInRange('1', '9');
                return digit < 0 ? null : condition[place + word.Length + digit] - '0';
            }
        }

        return null;
    }

    /// <summary>True when the level is reached, false when it is not, null when this is no such condition or the level is not stated.</summary>
    public static bool? Holds(string condition, int? level) => Holds(Level(condition), level);

    /// <summary>The same where the level that is asked for is known.</summary>
    public static bool? Holds(int? wanted, int? level) => wanted is null || level is null ? null : level >= wanted;
}
