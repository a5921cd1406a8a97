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
    Certificates,

    /// <summary>Who did it, of a showcase.</summary>
    Partner,

    /// <summary>What was measured.</summary>
    Results
}

public static class ReleaseColumns
{
    private static readonly ReleaseColumn[] All =
        [ReleaseColumn.Number, ReleaseColumn.Title, ReleaseColumn.Summary, ReleaseColumn.Organisation, ReleaseColumn.Field, ReleaseColumn.Region];

    /// <summary>The columns of a list, in the order in which everyone reads them: needs end with budget and deadline, capabilities with maturity and certificates, showcases with who did it and what was measured.</summary>
    public static IReadOnlyList<ReleaseColumn> Of(ListKind kind) => kind switch
    {
        ListKind.Opportunities => [.. All, ReleaseColumn.Budget, ReleaseColumn.Deadline],
        ListKind.Capabilities => [.. All, ReleaseColumn.Trl, ReleaseColumn.Certificates],
        _ => [.. All, ReleaseColumn.Partner, ReleaseColumn.Results]
    };
}
