using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Audit;

/// <summary>Notes who does what in the request at hand. The entry is saved together with what it records.</summary>
internal sealed class AuditTrail(IHttpContextAccessor http, TimeProvider time)
{
    public const string Visitor = "visitor";

    /// <summary>Adds the entry to what the context will save.</summary>
    public void Note(PortalDbContext db, Act act) => db.Add(EntryOf(act));

    /// <summary>The same for work that goes on outside of a request, on behalf of this person.</summary>
    public void Note(PortalDbContext db, Act act, Person person) =>
        db.Add(EntryOf(act, person.AccountId) with { ThroughOperatorId = act.Organisation is { } organisation ? ThroughOf(person, organisation) : null });

    public AuditEntry EntryOf(Act act, Guid? account = null)
    {
        var context = http.HttpContext;
        var person = context?.Person ?? Person.Visitor;
        var entry = act.By((account ?? person.AccountId) is { } id ? ActorOf(id) : Visitor, time.GetUtcNow());
        return entry with
        {
            ThroughOperatorId = act.Organisation is { } organisation ? ThroughOf(person, organisation) : null,
            Address = context?.Connection.RemoteIpAddress?.ToString(),
            Request = NumberOf(context)
        };
    }

    public static string ActorOf(Guid account) => $"account:{account}";

    /// <summary>The number that the log carries for the same request.</summary>
    public static string? NumberOf(HttpContext? context) => context?.TraceIdentifier;

    /// <summary>Null when the person has a seat of their own there.</summary>
    private static Guid? ThroughOf(Person person, Guid organisation)
    {
        var seats = person.Seats.Where(s => s.OrganisationId == organisation).ToArray();
        return seats.Length == 0 || seats.Any(s => s.ThroughOperatorId is null) ? null : seats[0].ThroughOperatorId;
    }
}
