namespace ScenarioPortal.Matching.Scoring;

/// <summary>Cuts a text where a reader would stop: after sentences, and in sentences that are too long for a line also after commas.</summary>
internal static class ClauseSplitter
{
    public const int LongestLine = 60;

    private const string SentenceEnds = "。！？!?；;\r\n";
    private const string Commas = "，,：:";
    private const string Quiet = " \t，,、：:。；;";

    /// <summary>The clauses, as they stand in the text.</summary>
    public static IEnumerable<string> Split(string text) =>
        Cut(text, 0..text.Length, SentenceEnds)
            .SelectMany(sentence => Length(sentence) <= LongestLine ? [sentence] : Lines(text, sentence))
            .Select(range => text.AsSpan(range).Trim(Quiet).ToString())
            .Where(clause => clause.Length > 0);

    /// <summary>Cuts a long sentence at commas, and joins neighbours again as long as they fit into a line.</summary>
    private static IEnumerable<Range> Lines(string text, Range sentence)
    {
        Range? line = null;
        foreach (var part in Cut(text, sentence, Commas))
        {
            var longer = (line ?? part).Start..part.End;
            if (line is { } full && Length(longer) > LongestLine)
            {
                yield return full;
                longer = part;
            }

            line = longer;
        }

        if (line is { } last)
        {
            yield return last;
        }
    }

    private static IEnumerable<Range> Cut(string text, Range range, string ends)
    {
        for (var start = range.Start.Value; start < range.End.Value;)
        {
            var length = text.AsSpan(start, range.End.Value - start).IndexOfAny(ends);
            var end = length < 0 ? range.End.Value : start + length;
            yield return start..end;
            start = end + 1;
        }
    }

    private static int Length(Range range) => range.End.Value - range.Start.Value;
}
