namespace ScenarioPortal.Domain.Lists;

/// <summary>One row of a released batch: its official number and what it said on that day.</summary>
public sealed class ReleasedItem
{
    internal ReleasedItem(int position, string number, Guid subjectId, FrozenItem content)
    {
        Position = position;
        Number = number;
        SubjectId = subjectId;
        Content = content;
    }

    private ReleasedItem()
    {
    }

    public int Position { get; private init; }

    public string Number { get; private init; } = "";

    /// <summary>The opportunity, capability or showcase behind the row.</summary>
    public Guid SubjectId { get; private init; }

    public FrozenItem Content { get; private init; } = null!;
}
