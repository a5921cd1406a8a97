using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>One row of a released list: its official number and the words frozen with it.</summary>
public sealed record ReleaseRow
{
    public required Guid SubjectId { get; init; }

    public required string Number { get; init; }

    public required FrozenItem Content { get; init; }

    /// <summary>What a column says; null where nothing is stated.</summary>
    public string? this[ReleaseColumn column] => column switch
    {
        ReleaseColumn.Number => Number,
        ReleaseColumn.Title => Content.Title,
        ReleaseColumn.Summary => Content.Summary,
        ReleaseColumn.Organisation => Content.Organisation,
        ReleaseColumn.Field => Content.Field,
        ReleaseColumn.Region => Content.Region,
        ReleaseColumn.Budget => Content.Budget,
        ReleaseColumn.Deadline => Content.Deadline,
        ReleaseColumn.Trl => Content.Trl,
        ReleaseColumn.Certificates => Content.Certificates,
        ReleaseColumn.Partner => Content.Partner,
        ReleaseColumn.Results => Content.Results,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No such column.")
    };
}
