using System.Text.Json;
using ScenarioPortal.Data.Audit;

namespace ScenarioPortal.Web.Audit;

/// <summary>Something that is worth a line in the audit trail.</summary>
internal sealed record Act
{
    /// <summary>An object and a verb, such as <c>organisation.verify</c>.</summary>
    public required string Action { get; init; }

    public Guid? Organisation { get; init; }

    public string? SubjectKind { get; init; }

    public Guid? Subject { get; init; }

    public AuditResult Result { get; init; } = AuditResult.Done;

    /// <summary>Codes, numbers and identities: no personal data and no free text.</summary>
    public object? Detail { get; init; }

    public AuditEntry By(string actor, DateTimeOffset at) => new()
    {
        At = at,
        Actor = actor,
        OrganisationId = Organisation,
        Action = Action,
        SubjectKind = SubjectKind,
        SubjectId = Subject,
        Result = Result,
        Detail = JsonSerializer.Serialize(Detail ?? new { })
    };
}
