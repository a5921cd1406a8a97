using ScenarioPortal.Matching.Thesauri;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching.Thesauri;

/// <summary>What stands together more often than by chance is proposed, and nothing else.</summary>
public sealed class PairMinerTests
{
    private static readonly Func<string, string, bool> NothingIsKnown = (_, _) => false;

    [Fact]
    public void Words_of_needs_are_paired_with_words_of_the_capabilities_that_fit_them()
    {
        var pairs = Corpus();

        var found = PairMiner.AcrossTexts(pairs, 10, NothingIsKnown);

        Assert.Equal([("井盖", "位移传感", "smart-city", 5), ("走失", "手环", "care", 5)], found.Select(f => (f.Word, f.LeadsTo, f.Field!, f.Evidence)).Order());
        Assert.All(found, f => Assert.True(f.Strength > 19.5));
    }

    [Fact]
    public void A_need_that_several_capabilities_fit_is_one_piece_of_evidence()
    {
        var need = new ReadText(["井盖"], null);
        (ReadText, ReadText)[] pairs = [.. Enumerable.Repeat((need, new ReadText(["位移传感"], null)), 5), .. Filler(40)];

        Assert.Empty(PairMiner.AcrossTexts(pairs, 10, NothingIsKnown));
    }

    [Fact]
    public void What_is_known_already_is_not_proposed_and_no_more_than_asked()
    {
        var pairs = Corpus();

        Assert.Equal(["走失"], PairMiner.AcrossTexts(pairs, 10, (word, _) => word == "井盖").Select(f => f.Word));
        Assert.Single(PairMiner.AcrossTexts(pairs, 1, NothingIsKnown));
        Assert.Empty(PairMiner.AcrossTexts(pairs, 0, NothingIsKnown));
        Assert.Empty(PairMiner.AcrossTexts([], 10, NothingIsKnown));
    }

    [Fact]
    public void Words_of_one_text_are_paired_once_in_a_fixed_order_and_never_with_a_part_of_themselves()
    {
        ReadText[] texts =
        [
            .. Enumerable.Range(0, 6).Select(_ => new ReadText(["手环", "北斗", "智能手环"], "care")),
            .. Enumerable.Range(0, 40).Select(n => new ReadText([$"甲{n}", $"乙{n}"], null))
        ];

        var found = PairMiner.WithinTexts(texts, 10, NothingIsKnown);

        Assert.Equal([("北斗", "手环"), ("北斗", "智能手环")], found.Select(f => (f.Word, f.LeadsTo)).Order());
    }

    [Fact]
    public void The_order_of_the_texts_changes_nothing()
    {
        var pairs = Corpus();

        Assert.Equal(PairMiner.AcrossTexts(pairs, 10, NothingIsKnown), PairMiner.AcrossTexts([.. pairs.Reverse()], 10, NothingIsKnown));
    }

    [Fact]
    public void The_likelihood_is_that_of_the_table_of_two_by_two()
    {
        // 10 of 100 texts have one word, 20 the other, 8 both; by hand: 2·Σ seen·ln(seen/expected).
        var expected = 2 * ((8 * Math.Log(8 / 2.0)) + (2 * Math.Log(2 / 8.0)) + (12 * Math.Log(12 / 18.0)) + (78 * Math.Log(78 / 72.0)));

        Assert.Equal(expected, PairMiner.LogLikelihood(8, 10, 20, 100), 9);
        Assert.Equal(0, PairMiner.LogLikelihood(2, 10, 20, 100), 9);
    }

    [Fact]
    public void A_text_gives_its_telling_words_without_the_words_inside_them()
    {
        var words = new WordLister(TinyDictionary.Load("无人机 3 n\n无人 2 n\n系统 900000 n\n漏损 2 n\n三级 2 n\n北京 5 ns\n")).Words("北京系统用无人机查三级漏损，ISO9001，2026年");

        Assert.Equal(["iso9001", "无人机", "漏损"], words.Order(StringComparer.Ordinal));
    }

    /// <summary>Five needs for covers, five for lost people, and forty that have nothing in common; everybody's text says 平台.</summary>
    private static (ReadText Need, ReadText Capability)[] Corpus() =>
    [
        .. Enumerable.Range(0, 5).Select(n => (new ReadText(["井盖", "平台", $"路{n}"], "smart-city"), new ReadText(["位移传感", "平台"], "digital-economy"))),
        .. Enumerable.Range(0, 5).Select(n => (new ReadText(["走失", "平台", $"村{n}"], "care"), new ReadText(["手环", "平台"], null))),
        .. Filler(40)
    ];

    private static IEnumerable<(ReadText, ReadText)> Filler(int count) =>
        Enumerable.Range(0, count).Select(n => (new ReadText(["平台", $"甲{n}"], null), new ReadText(["平台", $"乙{n}"], null)));
}
