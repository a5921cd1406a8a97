using ScenarioPortal.Matching.Text;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>Our segmenter with the dictionary that ships, against jieba's own cuts of the same sentences.</summary>
public sealed class SegmentationTests(ITestOutputHelper output)
{
    private const double Least = 0.998;
    private const int Shown = 20;

    private static readonly Segmenter Segmenter = new(ShippedDictionary.Words);

    private static readonly List<string[]> Reference =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Matching", "segmentation.txt")).Where(line => !line.StartsWith('#')).Select(line => line.Split(' '))];

    [Fact]
    public void Words_begin_and_end_where_jieba_lets_them()
    {
        var (both, ours, theirs) = (0, 0, 0);
        var differences = new List<string>();
        foreach (var words in Reference)
        {
            var text = string.Concat(words);
            var cut = Cut(text);
            var (own, other) = (Bounds(text, cut), Bounds(text, words));
            (both, ours, theirs) = (both + own.Intersect(other).Count(), ours + own.Count, theirs + other.Count);
            if (!own.SetEquals(other))
            {
                differences.Add($"{string.Join(' ', words)}\n{string.Join(' ', cut)}");
            }
        }

        var score = 2d * both / (ours + theirs);
        output.WriteLine($"F1 {score:F5} over {theirs} bounds in {Reference.Count} sentences; {differences.Count} differ");
        differences.Take(Shown).ToList().ForEach(output.WriteLine);
        Assert.InRange(Reference.Count, 300, int.MaxValue);
        Assert.True(score >= Least, $"F1 {score:F5} of {Least}; the first sentences, jieba's cut and ours:\n{string.Join('\n', differences.Take(Shown))}");
    }

    /// <summary>Only places between two Chinese characters count: at the others there is nothing to decide.</summary>
    private static HashSet<int> Bounds(string text, IEnumerable<string> words)
    {
        var (bounds, place) = (new HashSet<int>(), 0);
        foreach (var word in words)
        {
            if (place > 0 && CharacterKind.IsHan(text[place - 1]) && CharacterKind.IsHan(text[place]))
            {
                bounds.Add(place);
            }

            place += word.Length;
        }

        return bounds;
    }

    private static List<string> Cut(string text)
    {
        var (words, lengths) = (new List<string>(), new int[text.Length]);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && CharacterKind.IsHan(text[end]))
            {
                end++;
            }

            foreach (var length in lengths[..Segmenter.Cut(text.AsSpan(start..end), lengths)])
            {
                words.Add(text.Substring(start, length));
                start += length;
            }

            if (end < text.Length)
            {
                words.Add(text[end..(end + 1)]);
                start = end + 1;
            }
        }

        return words;
    }
}
