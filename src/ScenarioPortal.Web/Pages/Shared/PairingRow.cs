using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What lists say about one pairing.</summary>
internal sealed record PairingRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Need { get; init; }

    public required string Capability { get; init; }

    public required string Publisher { get; init; }

    public required string Company { get; init; }

    public required PairingState State { get; init; }

    public PairingState? SuggestedStep { get; init; }

    /// <summary>Whose suggested step, or whose plan, waits for the other side.</summary>
    public PairingSide? AskedBy { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public DateTimeOffset? AnswerDueAt { get; init; }

    public DateTimeOffset? StuckAt { get; init; }

    public required Guid PublisherId { get; init; }

    public required Guid CompanyId { get; init; }

    /// <summary>The reader does not learn which company it is.</summary>
    public bool IsNameless { get; init; }

    /// <summary>Who is to answer or confirm, by name.</summary>
    public IEnumerable<string> WaitsFor =>
        PairingTurn.Of(State, AskedBy).Select(side => side is PairingSide.Publisher ? Publisher : Company);

    /// <summary>The rows of these pairings as they are stored now and this person may see them, in the order of their identities.</summary>
    public static async Task<IReadOnlyList<PairingRow>> OfAsync(PortalDbContext db, Person person, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await (
            from p in db.Pairings.VisibleTo(person)
            where ids.Contains(p.Id)
            select new PairingRow
            {
                Id = p.Id,
                Number = p.Number,
                Need = p.NeedTitle,
                Capability = p.CapabilityTitle,
                Publisher = db.Organisations.Where(o => o.Id == p.PublisherId).Select(o => o.Name).First(),
                Company = db.Organisations.Where(o => o.Id == p.CompanyId).Select(o => o.Name).First(),
                PublisherId = p.PublisherId,
                CompanyId = p.CompanyId,
                State = p.State,
                SuggestedStep = p.SuggestedStep,
                AskedBy = p.SuggestedBy ?? (p.AnswerDueAt != null && p.Proof.PlanAgreedAt == null ? p.Proof.PlanBy : null),
                BeganAt = p.BeganAt,
                StateSince = p.StateSince,
                AnswerDueAt = p.AnswerDueAt,
                StuckAt = p.StuckAt
            }).ToDictionaryAsync(r => r.Id, cancellation);
        Guid[] unread = [.. ids.Where(id => !rows.ContainsKey(id))];
        if (unread.Length > 0 && !person.IsVisitor)
        {
            foreach (var veiled in await db.VeiledFor(person).Where(v => unread.Contains(v.Id)).ToListAsync(cancellation))
            {
                rows[veiled.Id] = Of(veiled, person);
            }
        }

        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static PairingRow Of(VeiledInterest veiled, Person person) => new()
    {
        Id = veiled.Id,
        Number = veiled.Number,
        Need = veiled.NeedTitle,
        Capability = "",
        Publisher = person.Seats.FirstOrDefault(s => s.OrganisationId == veiled.PublisherId)?.Organisation ?? "",
        Company = "",
        IsNameless = true,
        PublisherId = veiled.PublisherId,
        CompanyId = Guid.Empty,
        State = veiled.Standing,
        BeganAt = veiled.BeganAt,
        StateSince = veiled.StateSince,
        AnswerDueAt = veiled.AnswerDueAt
    };
}
