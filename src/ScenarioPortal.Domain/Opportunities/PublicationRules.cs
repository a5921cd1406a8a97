namespace ScenarioPortal.Domain.Opportunities;

/// <summary>The clocks of a need after its release, in days of Asia/Shanghai. Section <c>Publication</c> of the settings.</summary>
public sealed record PublicationRules
{
    public const string Section = "Publication";

    /// <summary>How long a need stays open when its publisher has nothing else in mind.</summary>
    public int OpenDays { get; init; } = 14;

    /// <summary>Questions are taken until the end of this day after the release.</summary>
    public int QuestionDays { get; init; } = 7;

    /// <summary>A question is answered by the end of this day after it was asked.</summary>
    public int AnswerDays { get; init; } = 7;

    /// <summary>And at the latest so many days before the need closes, so that companies can still make use of it.</summary>
    public int AnswerDaysBeforeClosing { get; init; } = 1;

    public int FirstReminderDays { get; init; } = 14;

    public int LastReminderDays { get; init; } = 3;

    /// <summary>Not so late that an answer could no longer come in time.</summary>
    public DateTimeOffset QuestionsCloseAt(DateTimeOffset releasedAt, DateOnly? deadline) =>
        DeadlineDays.EndOf(Earlier(DeadlineDays.Of(releasedAt).AddDays(QuestionDays), deadline?.AddDays(-AnswerDaysBeforeClosing)));

    /// <summary>When an answer is due; a question is never overdue on the day on which it was asked.</summary>
    public DateTimeOffset AnswerDueAt(DateTimeOffset askedAt, DateOnly? deadline)
    {
        var asked = DeadlineDays.Of(askedAt);
        var due = Earlier(asked.AddDays(AnswerDays), deadline?.AddDays(-AnswerDaysBeforeClosing));
        return DeadlineDays.EndOf(due < asked ? asked : due);
    }

    private static DateOnly Earlier(DateOnly day, DateOnly? other) => other < day ? other.Value : day;
}
