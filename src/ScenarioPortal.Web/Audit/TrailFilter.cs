using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Audit;

namespace ScenarioPortal.Web.Audit;

/// <summary>Which entries of the audit trail somebody wants to see. What is left empty asks for nothing.</summary>
internal sealed record TrailFilter
{
    public const int LongestWord = 200;

    /// <summary>A request is noted within so long after it came in.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromHours(1);

    /// <summary>Days in Shanghai, both included.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>An account by its identity, or how the name of who acted begins.</summary>
    public string? Actor { get; init; }

    /// <summary>By its identity, or a part of its name.</summary>
    public string? Organisation { get; init; }

    /// <summary>How the action begins.</summary>
    public string? Action { get; init; }

    public AuditResult? Result { get; init; }

    public string? Request { get; init; }

    internal IQueryable<AuditEntry> Of(PortalDbContext db)
    {
        var entries = db.Audit.AsNoTracking();
        entries = From is { } from ? entries.Where(e => e.At >= Beginning(from)) : entries;
        entries = To is { } to && to < DateOnly.MaxValue ? entries.Where(e => e.At < Beginning(to.AddDays(1))) : entries;
        entries = Word(Actor) is { } actor ? ByActor(entries, actor) : entries;
        entries = Word(Organisation) is { } organisation ? ByOrganisation(entries, organisation, db) : entries;
        entries = Word(Action) is { } action ? entries.Where(e => e.Action.StartsWith(action)) : entries;
        entries = Result is { } result ? entries.Where(e => e.Result == result) : entries;
        return Word(Request) is { } request ? ByRequest(entries, request) : entries;
    }

    /// <summary>The conditions that were set, by name; what was typed into them stays out of the trail.</summary>
    internal IEnumerable<string> Names() =>
        from condition in ((string Name, object? Value)[])[("from", From), ("to", To), ("actor", Word(Actor)), ("organisation", Word(Organisation)), ("action", Word(Action)), ("result", Result), ("request", Word(Request))]
        where condition.Value is not null
        select condition.Name;

    private static DateTimeOffset Beginning(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Clock.Zone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue))).ToUniversalTime();

    private static IQueryable<AuditEntry> ByActor(IQueryable<AuditEntry> entries, string actor)
    {
        var account = Guid.TryParse(actor, out var id) ? AuditTrail.ActorOf(id) : null;
        return account is null ? entries.Where(e => e.Actor.StartsWith(actor)) : entries.Where(e => e.Actor == account);
    }

    private static IQueryable<AuditEntry> ByOrganisation(IQueryable<AuditEntry> entries, string organisation, PortalDbContext db) =>
        Guid.TryParse(organisation, out var id)
            ? entries.Where(e => e.OrganisationId == id)
            : entries.Where(e => db.Organisations.Where(o => o.Name.Contains(organisation)).Select(o => (Guid?)o.Id).Contains(e.OrganisationId));

    /// <summary>The number says when, and by time the database finds it without looking at everything.</summary>
    private static IQueryable<AuditEntry> ByRequest(IQueryable<AuditEntry> entries, string request)
    {
        var found = entries.Where(e => e.Request == request);
        if (RequestNumber.TimeOf(request) is { } time)
        {
            var (earliest, latest) = (time.ToUniversalTime(), time.ToUniversalTime() + LongestRequest);
            found = found.Where(e => e.At >= earliest && e.At < latest);
        }

        return found;
    }

    /// <summary>What was typed, without control characters, which the database does not take.</summary>
    private static string? Word(string? typed) =>
        string.Concat((typed ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(LongestWord)).Trim() is { Length: > 0 } word ? word : null;
}
