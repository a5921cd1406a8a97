using ScenarioPortal.Data;
using ScenarioPortal.Data.Audit;

namespace ScenarioPortal.Web.Audit;

/// <summary>An entry of the audit trail as people read it: organisations by name, accounts by identity.</summary>
internal sealed record TrailRow
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string? Organisation { get; init; }

    public required string? Through { get; init; }

    public required string? Address { get; init; }

    public required string Action { get; init; }

    public required string? SubjectKind { get; init; }

    public required Guid? SubjectId { get; init; }

    public required AuditResult Result { get; init; }

    public required string? Request { get; init; }

    public required string Detail { get; init; }

    public required string Hash { get; init; }

    /// <summary>Newest first.</summary>
    internal static IQueryable<TrailRow> From(IQueryable<AuditEntry> entries, PortalDbContext db) =>
        from entry in entries
        orderby entry.Sequence descending
        select new TrailRow
        {
            Sequence = entry.Sequence,
            At = entry.At,
            Actor = entry.Actor,
            Organisation = db.Organisations.Where(o => o.Id == entry.OrganisationId).Select(o => o.Name).FirstOrDefault(),
            Through = db.Organisations.Where(o => o.Id == entry.ThroughOperatorId).Select(o => o.Name).FirstOrDefault(),
            Address = entry.Address,
            Action = entry.Action,
            SubjectKind = entry.SubjectKind,
            SubjectId = entry.SubjectId,
            Result = entry.Result,
            Request = entry.Request,
            Detail = entry.Detail,
            Hash = entry.Hash
        };
}
