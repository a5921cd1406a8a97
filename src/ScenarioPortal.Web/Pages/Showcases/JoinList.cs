using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Domain.Showcases;

namespace ScenarioPortal.Web.Pages.Showcases;

/// <summary>Who joined a showcase, as far as somebody may read it.</summary>
internal sealed record JoinList
{
    public required IReadOnlyList<Row> Rows { get; init; }

    public required IReadOnlyList<JointDemand> Demands { get; init; }

    /// <summary>Whether the person reads what they want: joined too, made it, or reviews where it was done.</summary>
    public required bool ReadsWishes { get; init; }

    public static async Task<JoinList> OfAsync(PortalDbContext db, Showcase showcase, Person person, CancellationToken cancellation)
    {
        var joins = await (
            from joined in db.ShowcaseJoins.AsNoTracking()
            join unit in db.Organisations on joined.OrganisationId equals unit.Id
            where joined.ShowcaseId == showcase.Id
            orderby joined.JoinedAt, joined.OrganisationId
            select new { Join = joined, unit.Name }).ToListAsync(cancellation);
        var isIn = joins.Any(j => person.MayRead(j.Join.OrganisationId)) || person.LeavesItToTheDatabase;
        var demands = isIn ? await db.JointDemands.AsNoTracking().VisibleTo(person, db.ShowcaseJoins).Where(d => d.ShowcaseId == showcase.Id).ToListAsync(cancellation) : [];
        var names = joins.ToDictionary(j => j.Join.OrganisationId, j => j.Name);
        return new JoinList
        {
            Rows = [.. joins.Select(j => new Row(j.Join, j.Name, demands.Find(d => d.Holds(j.Join.OrganisationId)) is { } held ? names.GetValueOrDefault(held.LeadId) : null))],
            Demands = demands,
            ReadsWishes = isIn || (person.IsComplete && (person.MayRead(showcase.CompanyId) || person.Reviews(showcase.RegionCode)))
        };
    }

    internal sealed record Row(ShowcaseJoin Join, string Name, string? LedBy);
}
