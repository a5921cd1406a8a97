using System.Globalization;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Questions;
using Xunit;

namespace ScenarioPortal.UnitTests.Opportunities;

/// <summary>The clocks of a released need, in days of Asia/Shanghai.</summary>
public sealed class PublicationRulesTests
{
    private static readonly PublicationRules Rules = new();
    private static readonly DateTimeOffset Released = At("2026-11-23 09:00");

    [Theory]
    [InlineData(null, "2026-11-30 23:59:59")]
    [InlineData("2026-12-07", "2026-11-30 23:59:59")]
    [InlineData("2026-11-27", "2026-11-26 23:59:59")]
    public void Questions_close_on_day_seven_and_never_on_the_day_the_need_closes(string? deadline, string end) =>
        Assert.Equal(At(end), Rules.QuestionsCloseAt(Released, Day(deadline)));

    [Theory]
    [InlineData("2026-11-26 10:00", null, "2026-12-03 23:59:59")]
    [InlineData("2026-11-26 10:00", "2026-12-07", "2026-12-03 23:59:59")]
    [InlineData("2026-11-26 10:00", "2026-12-02", "2026-12-01 23:59:59")]
    [InlineData("2026-11-26 23:59", "2026-11-26", "2026-11-26 23:59:59")]
    public void An_answer_is_due_after_seven_days_and_a_day_before_closing(string asked, string? deadline, string due) =>
        Assert.Equal(At(due), Rules.AnswerDueAt(At(asked), Day(deadline)));

    [Fact]
    public void A_day_begins_at_midnight_in_Shanghai() =>
        Assert.Equal(Rules.AnswerDueAt(At("2026-11-27 00:01"), null), Rules.AnswerDueAt(new DateTimeOffset(2026, 11, 26, 16, 1, 0, TimeSpan.Zero), null));

    [Fact]
    public void A_question_is_taken_until_the_last_second_and_answered_once()
    {
        var opportunity = Open();

        var question = new Question(opportunity, " 夜里有没有照明？ ", Rules, At("2026-11-30 23:59:59"));
        Assert.Throws<RuleBrokenException>(() => new Question(opportunity, "晚了", Rules, At("2026-12-01 00:00:00")));
        Assert.Throws<RuleBrokenException>(() => new Question(opportunity, " ", Rules, Released));
        question.Reply("有，但只到十点。", Guid.CreateVersion7(), Released);

        Assert.Equal(("夜里有没有照明？", "有，但只到十点。"), (question.Text, question.Answer));
        Assert.Throws<RuleBrokenException>(() => question.Reply("改口", Guid.CreateVersion7(), Released));
        Assert.Equal("有，但只到十点。", question.Answer);
    }

    [Fact]
    public void Nothing_is_asked_of_what_is_closed()
    {
        var opportunity = Open();
        opportunity.Close(OpportunityEnding.Withdrawn, Released);

        Assert.Throws<RuleBrokenException>(() => new Question(opportunity, "还在吗？", Rules, Released));
    }

    private static Opportunity Open()
    {
        var opportunity = new Opportunity(Guid.CreateVersion7(), Guid.CreateVersion7(), new Need { Title = "巡查", Description = "夜里没有人看。" }, Released);
        opportunity.Submit(Released);
        opportunity.Approve(Released);
        opportunity.Release("2026-01-需-001", Released);
        return opportunity;
    }

    private static DateTimeOffset At(string time) => new(DateTime.Parse(time, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
