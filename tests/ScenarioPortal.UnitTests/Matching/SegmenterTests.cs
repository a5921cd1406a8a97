using System.Globalization;
using CsCheck;
using ScenarioPortal.Matching.Text;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class SegmenterTests
{
    private static readonly Segmenter Segmenter = new(WordTrieReader.Read(new StringReader(TinyDictionary.Words)));

    [Theory]
    [InlineData("无人机消防", "无人机/消防")]
    [InlineData("研究生命起源", "研究/生命/起源")]
    [InlineData("森林防火", "森林防火")]
    [InlineData("鹅鸭", "鹅/鸭")]
    [InlineData("鹅无人机鸭", "鹅/无人机/鸭")]
    public void The_most_probable_words_are_chosen(string text, string words)
    {
        Assert.Equal(words, string.Join('/', Cut(text)));
    }

    [Fact]
    public void The_words_put_together_give_the_text_again()
    {
        TextGen.ChineseText.Sample(text => string.Concat(Cut(text)) == text);
    }

    [Fact]
    public void A_word_is_a_word_of_the_dictionary_or_one_character()
    {
        var dictionary = TinyDictionary.Words.Split('\n').Select(line => line.Trim().Split(' ')[0]).ToHashSet();

        TextGen.ChineseText.Sample(text => Cut(text).All(word => word.Length == 1 || dictionary.Contains(word)));
    }

    [Fact]
    public void Whole_sequences_are_compared_not_the_next_word_only()
    {
        var probabilities = TinyDictionary.Words.Split('\n').Select(line => line.Trim().Split(' ')).ToDictionary(parts => parts[0], parts => float.Parse(parts[1], CultureInfo.InvariantCulture));
        var total = probabilities.Values.Sum();

        TextGen.ChineseText.Sample(text => Assert.Equal(Likelihood(BestCut(text)), Likelihood(Cut(text)), 3));

        double Likelihood(IEnumerable<string> words) => words.Sum(word => Math.Log(probabilities.GetValueOrDefault(word, 1) / total));

        // The plain way: of each beginning the best cut, over all words that end there.
        List<string> BestCut(string text)
        {
            List<List<string>> best = [[]];
            for (var end = 1; end <= text.Length; end++)
            {
                best.Add(Enumerable.Range(0, end)
                    .Where(start => start == end - 1 || probabilities.ContainsKey(text[start..end]))
                    .Select(start => best[start].Append(text[start..end]).ToList())
                    .MaxBy(Likelihood)!);
            }

            return best[^1];
        }
    }

    [Fact]
    public void The_order_of_the_dictionary_does_not_matter_and_the_later_of_two_lines_counts()
    {
        var lines = TinyDictionary.Words.Split('\n').Select(line => line.Trim()).ToList();
        Segmenter ordered = new(WordTrieReader.Read(new StringReader(string.Join('\n', lines.Order(StringComparer.Ordinal)))));
        Segmenter twice = new(WordTrieReader.Read(new StringReader(string.Join("\r\n", lines.Select(line => $"{line.Split(' ')[0]} 5 n").Concat(lines)))));

        TextGen.ChineseText.Sample(text => Cut(text, ordered).SequenceEqual(Cut(text)) && Cut(text, twice).SequenceEqual(Cut(text)));
    }

    private static List<string> Cut(string text) => Cut(text, Segmenter);

    private static List<string> Cut(string text, Segmenter segmenter)
    {
        var lengths = new int[text.Length];
        var words = new List<string>();
        var start = 0;
        foreach (var length in lengths[..segmenter.Cut(text, lengths)])
        {
            words.Add(text.Substring(start, length));
            start += length;
        }

        return words;
    }
}
