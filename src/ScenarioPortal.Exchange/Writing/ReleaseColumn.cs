using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>What a released list says of each of its rows.</summary>
public enum ReleaseColumn
{
    Number,
    Title,
    Summary,
    Organisation,
    Field,
    Region,
    Budget,
    Deadline,
    Trl,
    Certificates
}

public static class ReleaseColumns
{
    private static readonly ReleaseColumn[] Both =
        [ReleaseColumn.Number, ReleaseColumn.Title, ReleaseColumn.Summary, ReleaseColumn.Organisation, ReleaseColumn.Field, ReleaseColumn.Region];

    /// <summary>The columns of a list, in the order in which everyone reads them: needs end with budget and deadline, capabilities with maturity and certificates.</summary>
    public static IReadOnlyList<ReleaseColumn> Of(ListKind kind) => kind is ListKind.Opportunities
        ? [.. Both, ReleaseColumn.Budget, ReleaseColumn.Deadline]
        : [.. Both, ReleaseColumn.Trl, ReleaseColumn.Certificates];
}
