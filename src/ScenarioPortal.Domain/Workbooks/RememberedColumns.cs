using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Domain.Workbooks;

/// <summary>Which field each column feeds, as somebody of an organisation decided it for sheets with these headers.</summary>
public sealed class RememberedColumns
{
    public const int ShapeLength = 64;

    public RememberedColumns(Guid organisationId, ListKind kind, string shape, IReadOnlyDictionary<string, string> fields, DateTimeOffset now)
    {
        OrganisationId = organisationId;
        Kind = kind;
        Shape = shape;
        Fields = fields;
        SavedAt = now;
    }

    private RememberedColumns()
    {
    }

    public Guid OrganisationId { get; private init; }

    public ListKind Kind { get; private init; }

    /// <summary>SHA-256 of the headers, in whatever order and spelling.</summary>
    public string Shape { get; private init; } = "";

    /// <summary>Field by header.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    public DateTimeOffset SavedAt { get; private set; }

    public void Decide(IReadOnlyDictionary<string, string> fields, DateTimeOffset now) => (Fields, SavedAt) = (fields, now);
}
