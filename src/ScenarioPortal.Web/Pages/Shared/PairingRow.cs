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

    public PairingSide? SuggestedBy { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public DateTimeOffset? AnswerDueAt { get; init; }

    public DateTimeOffset? StuckAt { get; init; }

    public required Guid PublisherId { get; init; }

    public required Guid CompanyId { get; init; }

    /// <summary>Who is to answer or confirm, by name.</summary>
    public IEnumerable<string> WaitsFor =>
        from side in State is PairingState.Proposed ? [PairingSide.Publisher, PairingSide.Company]
            : State is PairingState.Interested || (!State.WaitsForAnswer && SuggestedBy is PairingSide.Company) ? [PairingSide.Publisher]
            : State is PairingState.Invited || SuggestedBy is PairingSide.Publisher ? (PairingSide[])[PairingSide.Company]
            : []
        select side is PairingSide.Publisher ? Publisher : Company;

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
                SuggestedBy = p.SuggestedBy,
                BeganAt = p.BeganAt,
                StateSince = p.StateSince,
                AnswerDueAt = p.AnswerDueAt,
                StuckAt = p.StuckAt
            }).ToDictionaryAsync(r => r.Id, cancellation);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
