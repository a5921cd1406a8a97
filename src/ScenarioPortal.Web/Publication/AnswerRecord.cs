using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Publication;

/// <summary>How a publisher answers: how many questions, on how many needs, and how many days the first answer to a need takes at the median.</summary>
internal sealed record AnswerRecord(int Answers, int Needs, int MedianDays)
{
    /// <summary>Null when nothing was answered.</summary>
    public static AnswerRecord? Of(IReadOnlyCollection<AnsweredQuestion> questions)
    {
        if (questions.Count == 0)
        {
            return null;
        }

        var days = questions.GroupBy(q => q.OpportunityId).Select(need => need.MinBy(q => q.AnsweredAt)!.Days).Order().ToArray();
        return new(questions.Count, days.Length, days[(days.Length - 1) / 2]);
    }
}

internal sealed record AnsweredQuestion(Guid OpportunityId, DateTimeOffset AskedAt, DateTimeOffset AnsweredAt)
{
    /// <summary>Whole days in Shanghai from the question to its answer.</summary>
    public int Days => AnsweredAt.DayInShanghai().DayNumber - AskedAt.DayInShanghai().DayNumber;
}
