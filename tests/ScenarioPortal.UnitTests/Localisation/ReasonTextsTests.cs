using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using Xunit;

namespace ScenarioPortal.UnitTests.Localisation;

public sealed class ReasonTextsTests
{
    private static readonly CodeBook NoCodes = new([], [], []);

    public static TheoryData<ReasonDetail> Details => [.. Enum.GetValues<ReasonDetail>()];

    [Theory]
    [MemberData(nameof(Details))]
    public void Every_reason_has_a_sentence_of_its_own(ReasonDetail detail)
    {
        using var reader = Reader.OfChinese();

        var sentence = Reader.L.Sentence(Reason(detail), NoCodes);

        Assert.NotEqual(Reader.L.Word(Verdict.Unknown), sentence);
    }

    [Fact]
    public void A_similar_text_names_the_words_that_both_sides_use()
    {
        using var reader = Reader.OfChinese();
        var reason = Reason(ReasonDetail.SimilarWords) with
        {
            Passages = [new(Side.Need, "老人跌倒没人知道", [new(2, 2)]), new(Side.Capability, "识别跌倒等姿态", [new(2, 2), new(4, 1)])]
        };

        Assert.Equal("都说到：跌倒", Reader.L.Sentence(reason, NoCodes));
    }

    [Fact]
    public void A_word_that_is_marked_with_its_neighbours_counts_as_said_by_both()
    {
        using var reader = Reader.OfChinese();
        var reason = Reason(ReasonDetail.SimilarWords) with
        {
            Passages = [new(Side.Need, "剩余容量误差不大于4%", [new(0, 6)]), new(Side.Capability, "估出包剩余容量，误差3.1%", [new(2, 5), new(8, 2)])]
        };

        Assert.Equal("都说到：剩余容量、误差", Reader.L.Sentence(reason, NoCodes));
    }

    private static MatchReason Reason(ReasonDetail detail) => new()
    {
        Criterion = Criterion.Purpose,
        Verdict = Verdict.Unknown,
        Detail = detail,
        Values = ["1", "2", "3"]
    };
}
