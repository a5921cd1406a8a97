using ScenarioPortal.Web.Publication;
using Xunit;

namespace ScenarioPortal.UnitTests.Publication;

public sealed class AnswerRecordTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whoever_answered_nothing_has_no_record() => Assert.Null(AnswerRecord.Of([]));

    [Fact]
    public void The_first_answer_to_each_need_counts_and_the_median_of_them_is_told()
    {
        var (first, second, third) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        var record = AnswerRecord.Of([Asked(first, 0, 5), Asked(first, 1, 2), Asked(second, 0, 0), Asked(third, 3, 12), Asked(third, 4, 20)]);

        Assert.Equal(new AnswerRecord(5, 3, 1), record);
    }

    /// <summary>A day is one of Shanghai: 23:30 there and 00:30 are two.</summary>
    [Fact]
    public void A_day_ends_in_Shanghai()
    {
        var evening = new DateTimeOffset(2026, 11, 2, 15, 30, 0, TimeSpan.Zero);

        Assert.Equal(1, new AnsweredQuestion(Guid.CreateVersion7(), evening, evening.AddHours(1)).Days);
    }

    private static AnsweredQuestion Asked(Guid need, int from, int to) => new(need, Start.AddDays(from), Start.AddDays(to));
}
