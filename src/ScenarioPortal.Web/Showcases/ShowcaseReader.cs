using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;

namespace ScenarioPortal.Web.Showcases;

/// <summary>Which showcases stand behind the pages of needs, capabilities and pairings.</summary>
internal sealed class ShowcaseReader(PortalDbContext db)
{
    private const int WaitingShown = 20;

    /// <summary>What a need is to repeat, who else wants it, and which showcases tell of it.</summary>
    public async Task<OfNeed> OfNeedAsync(Guid need, CancellationToken cancellation)
    {
        var known = await db.Opportunities.Where(o => o.Id == need).Select(o => new
        {
            o.DemandId,
            Follows = db.Showcases.Public().FirstOrDefault(s => s.Id == o.ShowcaseId),
            Told = db.Showcases.Public().Where(s => s.OpportunityId == o.Id).OrderBy(s => s.Number).Select(s => new Line(s.Id, s.Number!, s.Title)).ToList()
        }).SingleOrDefaultAsync(cancellation);
        return new OfNeed
        {
            Follows = known?.Follows,
            Told = known?.Told ?? [],
            Units = known?.DemandId is { } demand
                ? await db.Organisations.Where(u => db.JointDemands.Any(d => d.Id == demand && d.Members.Contains(u.Id))).OrderBy(u => u.Name).Select(u => u.Name).ToListAsync(cancellation)
                : []
        };
    }

    public Task<List<Line>> OfCapabilityAsync(Guid capability, CancellationToken cancellation) =>
        db.Showcases.Public().Where(s => s.CapabilityId == capability).OrderBy(s => s.Number).Select(s => new Line(s.Id, s.Number!, s.Title)).ToListAsync(cancellation);

    /// <summary>As far as this person may see it.</summary>
    public Task<Showcase?> OfPairingAsync(Pairing pairing, Person person, CancellationToken cancellation) =>
        db.Showcases.AsNoTracking().VisibleTo(person).SingleOrDefaultAsync(s => s.PairingId == pairing.Id, cancellation);

    /// <summary>Those that wait for an organisation of the person: to agree, or to be written anew after a review.</summary>
    public Task<List<Waiting>> WaitingAsync(Person person, CancellationToken cancellation)
    {
        var own = person.Edits.ToArray();
        return db.Showcases.Where(s => (s.State == ShowcaseState.Returned && (own.Contains(s.PublisherId) || own.Contains(s.CompanyId)))
                || (s.State == ShowcaseState.Draft && own.Contains(s.WrittenFor == PairingSide.Publisher ? s.CompanyId : s.PublisherId)))
            .OrderBy(s => s.UpdatedAt).ThenBy(s => s.Id).Take(WaitingShown).Select(s => new Waiting(s.Id, s.Title, s.State == ShowcaseState.Returned)).ToListAsync(cancellation);
    }

    internal sealed record Waiting(Guid Id, string Title, bool IsReturned);

    internal sealed record OfNeed
    {
        public Showcase? Follows { get; init; }

        public IReadOnlyList<string> Units { get; init; } = [];

        public IReadOnlyList<Line> Told { get; init; } = [];
    }

    internal sealed record Line(Guid Id, string Number, string Title);
}
