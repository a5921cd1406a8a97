using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Web.Catalogue;

namespace ScenarioPortal.Web.Matches;

/// <summary>Open needs that no capability fits, and published capabilities that fit no open need.</summary>
internal sealed class GapReader(PortalDbContext db, TimeProvider time)
{
    /// <summary>How many there are of each side, field and region, and how many of them have no partner: one grouped query over both sides.</summary>
    public Task<List<Count>> CountAsync(Person person, CancellationToken cancellation) =>
        NeedsOf(person).Concat(OffersOf(person))
            .GroupBy(i => new { i.IsNeed, i.FieldCode, i.RegionCode })
            .Select(g => new Count { IsNeed = g.Key.IsNeed, FieldCode = g.Key.FieldCode, RegionCode = g.Key.RegionCode, All = g.Count(), Lacking = g.Count(i => !i.IsPaired) })
            .ToListAsync(cancellation);

    /// <summary>Those of one cell that have no partner, the oldest first.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="isOfNeeds">Which side.</param>
    /// <param name="field">A code, or <see cref="ListShape.NotStated"/>; null is any.</param>
    /// <param name="region">A code, or <see cref="ListShape.NotStated"/>; null is any.</param>
    /// <param name="isExact">Whether only the region itself is meant, and not what lies in it.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<List<Item>> ListAsync(Person person, bool isOfNeeds, string? field, string? region, bool isExact, int most, CancellationToken cancellation)
    {
        var items = (isOfNeeds ? NeedsOf(person) : OffersOf(person)).Where(i => !i.IsPaired);
        items = field is null ? items : field == ListShape.NotStated ? items.Where(i => i.FieldCode == null) : items.Where(i => i.FieldCode == field);
        if (region is not null)
        {
            var within = region == ListShape.NotStated || !Region.IsCode(region) ? null : isExact ? region : $"{Region.PrefixOf(region)}%";
            items = within is null ? items.Where(i => i.RegionCode == null) : items.Where(i => EF.Functions.Like(i.RegionCode!, within));
        }

        return items.OrderBy(i => i.Since).ThenBy(i => i.Id).Take(most).ToListAsync(cancellation);
    }

    private IQueryable<Item> NeedsOf(Person person) =>
        from opportunity in db.Opportunities.VisibleTo(person, db.Scenarios).OpenOn(time.Today)
        join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
        select new Item
        {
            IsNeed = true,
            Id = opportunity.Id,
            Title = opportunity.Title,
            FieldCode = opportunity.FieldCode,
            RegionCode = scenario.RegionCode,
            Since = opportunity.ReleasedAt,
            IsPaired = db.Matches.Any(m => m.OpportunityId == opportunity.Id && db.Capabilities.Public().Any(c => c.Id == m.CapabilityId))
        };

    private IQueryable<Item> OffersOf(Person person)
    {
        var open = db.Opportunities.OpenOn(time.Today);
        return
            from capability in db.Capabilities.VisibleTo(person, db.Organisations).Public()
            join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            select new Item
            {
                IsNeed = false,
                Id = capability.Id,
                Title = capability.Title,
                FieldCode = capability.FieldCode,
                RegionCode = capability.RegionCode ?? organisation.RegionCode,
                Since = capability.PublishedAt,
                IsPaired = db.Matches.Any(m => m.CapabilityId == capability.Id && open.Any(o => o.Id == m.OpportunityId))
            };
    }

    /// <summary>A need or a capability.</summary>
    internal sealed record Item
    {
        public required bool IsNeed { get; init; }

        public required Guid Id { get; init; }

        public required string Title { get; init; }

        public string? FieldCode { get; init; }

        public string? RegionCode { get; init; }

        public DateTimeOffset? Since { get; init; }

        /// <summary>Whether anything on the other side fits.</summary>
        public required bool IsPaired { get; init; }
    }

    /// <summary>One side of one field in one region.</summary>
    internal sealed record Count
    {
        public required bool IsNeed { get; init; }

        public string? FieldCode { get; init; }

        public string? RegionCode { get; init; }

        public required int All { get; init; }

        public required int Lacking { get; init; }
    }
}
