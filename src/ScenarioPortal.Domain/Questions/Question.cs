using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Domain.Questions;

/// <summary>A question on a released need (答疑): nobody sees who asks; once it is answered, everyone reads both.</summary>
public sealed class Question
{
    public const int TextMaxLength = 1000;
    public const int AnswerMaxLength = 4000;

    public Question(Opportunity opportunity, string text, PublicationRules rules, DateTimeOffset now)
    {
        text = text.Trim();
        Rule.Require(opportunity.IsOpen(now), "“{0}”已经关闭，不能再提问。", opportunity.Title);
        Rule.Require(opportunity.PublisherId is not null, "这份清单没有注明发布单位，没有人能答复。");
        Rule.Require(now <= rules.QuestionsCloseAt(opportunity.ReleasedAt!.Value, opportunity.Deadline), "提问的时间已经过去。");
        Rule.Require(text.Length is > 0 and <= TextMaxLength, "请写下问题，不超过 {0} 字。", TextMaxLength);
        OpportunityId = opportunity.Id;
        PublisherId = opportunity.PublisherId!.Value;
        Text = text;
        AskedAt = now;
    }

    private Question()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OpportunityId { get; private init; }

    /// <summary>Whose editors answer.</summary>
    public Guid PublisherId { get; private init; }

    public string Text { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>Answers once; what is public is corrected by an addendum and not edited.</summary>
    public void Reply(string answer, Guid by, DateTimeOffset now)
    {
        answer = answer.Trim();
        Rule.Require(AnsweredAt is null, "这个问题已经答复并公开。有要补充的，请发布更正。");
        Rule.Require(answer.Length is > 0 and <= AnswerMaxLength, "请写下答复，不超过 {0} 字。", AnswerMaxLength);
        (Answer, AnsweredBy, AnsweredAt) = (answer, by, now);
        Revision++;
    }
}
