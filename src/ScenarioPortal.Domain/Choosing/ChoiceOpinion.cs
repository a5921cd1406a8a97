namespace ScenarioPortal.Domain.Choosing;

/// <summary>What an expert handed in in one round. It is only ever added: the second round leaves the first as it was.</summary>
public sealed class ChoiceOpinion
{
    public const int WhyMaxLength = 500;

    internal ChoiceOpinion(Guid choiceId, int expert, int round, IReadOnlyList<Mark> marks, string? why, DateTimeOffset now) =>
        (ChoiceId, Expert, Round, Marks, Why, At) = (choiceId, expert, round, marks, why, now);

    private ChoiceOpinion()
    {
    }

    public Guid ChoiceId { get; private init; }

    /// <summary>The place of the expert: who it is, the publisher alone reads.</summary>
    public int Expert { get; private init; }

    /// <summary>1 alone, 2 together.</summary>
    public int Round { get; private init; }

    public IReadOnlyList<Mark> Marks { get; private init; } = [];

    /// <summary>Why they changed their scores in the second round.</summary>
    public string? Why { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Mark? MarkOf(int candidate, int criterion) => Marks.FirstOrDefault(m => m.Candidate == candidate && m.Criterion == criterion);
}
