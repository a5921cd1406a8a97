using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Web.Localisation;

/// <summary>
/// The words that both passages of a reason have marked, also where one of them is marked together with its neighbours (剩余容量误差
/// and 剩余容量); a single character tells a reader nothing.
/// </summary>
internal static class SharedWords
{
    private const int Shown = 3;
    private const int Shortest = 2;

    public static IReadOnlyList<string> Of(MatchReason reason)
    {
        var others = Marked(reason, Side.Capability).ToArray();
        var words = Marked(reason, Side.Need).SelectMany(marked => In(marked, others)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return [.. words.Where(word => !words.Exists(longer => longer.Length > word.Length && Holds(longer, word))).Take(Shown)];
    }

    /// <summary>The longest pieces of what is marked that others have too, from its beginning on.</summary>
    private static IEnumerable<string> In(string marked, string[] others)
    {
        for (var start = 0; start + Shortest <= marked.Length;)
        {
            var length = marked.Length - start;
            while (length >= Shortest && !Array.Exists(others, other => Holds(other, marked.Substring(start, length))))
            {
                length--;
            }

            if (length >= Shortest)
            {
                yield return marked.Substring(start, length);
            }

            start += length >= Shortest ? length : 1;
        }
    }

    private static bool Holds(string longer, string word) => longer.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Marked(MatchReason reason, Side side) =>
        from passage in reason.Passages
        where passage.Side == side
        from highlight in passage.Highlights
        select passage.Text.Substring(highlight.Start, highlight.Length);
}
