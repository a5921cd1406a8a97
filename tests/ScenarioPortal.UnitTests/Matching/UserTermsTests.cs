using CsCheck;
using ScenarioPortal.Matching.Text;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class UserTermsTests
{
    private readonly TextAnalyzer _analyzer = TinyDictionary.Load(TinyDictionary.Words);

    [Fact]
    public void A_term_is_one_word_from_then_on_and_its_parts_are_found_still()
    {
        Assert.DoesNotContain("水库大坝", Words("水库大坝监测"));

        Assert.Equal(3, _analyzer.UseTerms(["水库大坝", "鹅鸭", "鹅養", "鹅养", "5G", "坝", "　"]));

        Assert.Equal(["水库大坝", "水库", "大坝", "监测"], Words("水库大坝监测"));
        Assert.Contains("鹅鸭", Words("无人机鹅鸭消防"));
    }

    [Fact]
    public void New_terms_take_the_place_of_the_old()
    {
        _analyzer.UseTerms(["水库大坝"]);

        _analyzer.UseTerms(["鹅鸭"]);
        Assert.Equal(["水库", "大坝", "鹅鸭"], Words("水库大坝鹅鸭"));

        Assert.Equal(0, _analyzer.UseTerms([]));
        Assert.Equal(["水库", "大坝"], Words("水库大坝鹅鸭"));
    }

    [Fact]
    public void A_longer_term_wins_over_shorter_ones()
    {
        _analyzer.UseTerms(["管网漏损", "定位", "漏损定位", "管网漏损定位"]);

        Assert.Equal("管网漏损定位", Words("管网漏损定位")[0]);
    }

    [Fact]
    public void Any_terms_stand_as_one_word_and_texts_without_them_are_cut_as_before()
    {
        Gen.Select(TextGen.ChineseText, TextGen.ChineseText).Sample((term, text) =>
        {
            var analyzer = TinyDictionary.Load(TinyDictionary.Words);
            var before = Words(text, analyzer);
            var word = analyzer.Normalise(term);
            if (analyzer.UseTerms([term]) == 1)
            {
                Assert.Equal(word, Words(term, analyzer)[0]);
                Assert.Contains(word, Words($"，{term}。", analyzer));
            }

            if (!analyzer.Normalise(text).Contains(word, StringComparison.Ordinal))
            {
                Assert.Equal(before, Words(text, analyzer));
            }
        });
    }

    [Fact]
    public void The_shipped_dictionary_takes_terms_and_keeps_its_words()
    {
        var analyzer = ShippedDictionary.Analyzer();
        var reference = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Matching", "segmentation.txt")).Skip(1).Select(line => line.Replace(" ", "", StringComparison.Ordinal)).ToList();
        var before = reference.ConvertAll(text => Words(text, analyzer));
        Assert.True(analyzer.IsName("深圳"));

        analyzer.UseTerms(["智慧水务大脑", "龘靐齉"]);

        Assert.Equal(["智慧水务大脑"], Words("智慧水务大脑", analyzer).Take(1));
        Assert.Contains("龘靐齉", Words("一种龘靐齉装置", analyzer));
        Assert.Equal(before, reference.ConvertAll(text => Words(text, analyzer)));
        Assert.True(analyzer.IsName("深圳"));
    }

    private List<string> Words(string text) => Words(text, _analyzer);

    private static List<string> Words(string text, TextAnalyzer analyzer)
    {
        var terms = new List<Term>();
        analyzer.Analyze(text, terms);
        return [.. terms.Where(term => term.Kind == TermKind.Word).Select(term => analyzer.Normalise(text.Substring(term.Start, term.Length)))];
    }
}
