using CsCheck;
using ScenarioPortal.Matching.Text;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class TextAnalyzerTests
{
    private static readonly TextAnalyzer Analyzer = TinyDictionary.Analyzer;

    [Theory]
    [InlineData("ＩＳＯ９００１", "iso9001")]
    [InlineData("無人機監測", "无人机監测")]
    [InlineData("乾坤与乾燥", "乾坤与干燥")]
    [InlineData("①㎡", "1m2")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("㎬", "gpa")]
    [InlineData("J\u030C", "\u01F0")]
    public void Ways_of_writing_the_same_become_one(string written, string normalised)
    {
        Assert.Equal(normalised, Analyzer.Normalise(written));
    }

    [Fact]
    public void Normalising_twice_changes_nothing_more()
    {
        TextGen.AnyText.Sample(text => Analyzer.Normalise(Analyzer.Normalise(text)) == Analyzer.Normalise(text), iter: 1000);
    }

    [Fact]
    public void A_text_gives_words_words_inside_words_characters_and_tokens()
    {
        Assert.Equal(
            ["无人机", "无人", "人", "机", "森林", "森", "林"],
            Terms("无人机的森林").Select(t => t.Word));
        Assert.Equal(
            ["iso9001", "iso", "9001", "5g", "wi-fi", "wi", "fi"],
            Terms("ISO9001、5G，Wi-Fi").Select(t => t.Word));
    }

    [Fact]
    public void Stop_characters_stand_in_words_only()
    {
        Assert.Empty(Terms("的了和在"));
    }

    [Fact]
    public void Terms_stand_in_the_original_text_where_they_say()
    {
        // What 乾 becomes depends on its neighbours: in 乾坤 it stays, alone it is 干.
        TextGen.AnyText.Sample(text => Terms(text).All(t =>
            Analyzer.Normalise(t.Original).Contains(t.Word, StringComparison.Ordinal) || t.Original.Contains(t.Word, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_traditional_and_full_width_original_is_what_is_pointed_at()
    {
        var term = Terms("用 無人機 ＩＳＯ").Where(t => t.Word is "无人机" or "iso").Select(t => t.Original);

        Assert.Equal(["無人機", "ＩＳＯ"], term);
    }

    [Fact]
    public void A_run_longer_than_the_segmenter_takes_is_analysed_all_the_same()
    {
        var words = Terms(string.Concat(Enumerable.Repeat("无人机", 400)));

        Assert.InRange(words.Count(t => t.Word == "无人机"), 398, 400);
    }

    [Fact]
    public void An_empty_or_foreign_dictionary_is_refused_clearly()
    {
        Assert.Contains("dict.txt", Assert.Throws<InvalidDataException>(() => TinyDictionary.Load("")).Message, StringComparison.Ordinal);
        Assert.Contains("<html>", Assert.Throws<InvalidDataException>(() => TinyDictionary.Load("<html>")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => TextAnalyzer.Load(new StringReader(TinyDictionary.Words), new StringReader("# 空"), new StringReader("")));
    }

    private static List<(string Word, string Original)> Terms(string text)
    {
        var terms = new List<Term>();
        Analyzer.Analyze(text, terms);
        return terms.ConvertAll(t =>
        {
            var original = text.Substring(t.Start, t.Length);
            return (Word(t, Analyzer.Normalise(original)) ?? Word(t, original) ?? $"nothing at {t.Start} has this key", original);
        });
    }

    /// <summary>The stretch of a text that has the key of the term.</summary>
    private static string? Word(Term term, string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            for (var end = text.Length; end > start; end--)
            {
                if (TermKey.Of(text.AsSpan(start..end)) == term.Key)
                {
                    return text[start..end];
                }
            }
        }

        return null;
    }
}
