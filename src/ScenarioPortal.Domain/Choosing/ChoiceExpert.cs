namespace ScenarioPortal.Domain.Choosing;

/// <summary>An expert who was asked, and how far they have come.</summary>
public sealed class ChoiceExpert
{
    public const int NoteMaxLength = 300;

    internal ChoiceExpert(int place, Guid accountId, DateTimeOffset now) => (Place, AccountId, AppointedAt) = (place, accountId, now);

    private ChoiceExpert()
    {
    }

    /// <summary>专家一 is 1: under this number the others see their scores.</summary>
    public int Place { get; private init; }

    public Guid AccountId { get; private init; }

    public DateTimeOffset AppointedAt { get; private init; }

    /// <summary>What they said about their interests; null while they have not, and before that they see no more than who competes.</summary>
    public Interests? Declared { get; internal set; }

    public DateTimeOffset? DeclaredAt { get; internal set; }

    /// <summary>What the conflict is, in their own words.</summary>
    public string? ConflictNote { get; internal set; }

    public DateTimeOffset? FirstAt { get; internal set; }

    public DateTimeOffset? SecondAt { get; internal set; }

    /// <summary>Something is for this expert to do.</summary>
    public bool IsAwaitedIn(ChoiceState state) => state switch
    {
        ChoiceState.Alone => Declared is null || (Declared is Interests.Clear && FirstAt is null),
        ChoiceState.Together => FirstAt is not null && SecondAt is null,
        _ => false
    };
}

/// <summary>利益关系</summary>
public enum Interests
{
    /// <summary>Nothing ties them to any of the companies.</summary>
    Clear,

    /// <summary>Something does: they take no part.</summary>
    Conflict
}
