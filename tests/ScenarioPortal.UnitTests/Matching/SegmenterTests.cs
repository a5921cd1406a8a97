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

    private static List<string> Cut(string text)
    {
        var lengths = new int[text.Length];
        var words = new List<string>();
        var start = 0;
        foreach (var length in lengths[..Segmenter.Cut(text, lengths)])
        {
            words.Add(text.Substring(start, length));
            start += length;
        }

        return words;
    }
}
