namespace ScenarioPortal.Domain.Questions;

/// <summary>Who asked a question. Kept apart from it, so that whoever may read the question need not be able to read this.</summary>
public sealed class QuestionAsker(Guid questionId, Guid accountId)
{
    public Guid QuestionId { get; private init; } = questionId;

    public Guid AccountId { get; private init; } = accountId;
}
