using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What a list says about one opportunity.</summary>
internal sealed record OpportunityCard
{
    private const int SummaryLength = 140;

    public required Guid Id { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? FieldCode { get; init; }

    public string? FieldText { get; init; }

    public string? Publisher { get; init; }

    public string? RegionCode { get; init; }

    public string? Zone { get; init; }

    public decimal? BudgetMinimum { get; init; }

    public decimal? BudgetMaximum { get; init; }

    public DateOnly? Deadline { get; init; }

    public string? DeadlineNote { get; init; }

    public required OpportunityStatus Status { get; init; }

    public OpportunityEnding? Ending { get; init; }

    /// <summary>How many capabilities fit; the portal keeps no more than the best.</summary>
    public required int Matches { get; init; }

    public bool IsOpen(DateOnly today) => Status is OpportunityStatus.Released && !(Deadline < today);

    /// <summary>The cards of these opportunities, in the order of their identities.</summary>
    public static async Task<IReadOnlyList<OpportunityCard>> OfAsync(PortalDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var cards = await (
            from opportunity in db.Opportunities.Public().Where(o => ids.Contains(o.Id))
            join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
            join publisher in db.Organisations on opportunity.PublisherId equals publisher.Id into publishers
            from publisher in publishers.DefaultIfEmpty()
            select new OpportunityCard
            {
                Id = opportunity.Id,
                Number = opportunity.Number,
                Title = opportunity.Title,
                Summary = opportunity.Description.Substring(0, SummaryLength),
                FieldCode = opportunity.FieldCode,
                FieldText = opportunity.FieldText,
                Publisher = publisher.Name,
                RegionCode = scenario.RegionCode,
                Zone = scenario.Zone,
                BudgetMinimum = opportunity.BudgetMinimum,
                BudgetMaximum = opportunity.BudgetMaximum,
                Deadline = opportunity.Deadline,
                DeadlineNote = opportunity.DeadlineNote,
                Status = opportunity.Status,
                Ending = opportunity.Ending,
                Matches = db.Matches.Count(m => m.OpportunityId == opportunity.Id)
            }).ToDictionaryAsync(c => c.Id, cancellation);
        return [.. ids.Where(cards.ContainsKey).Select(id => cards[id])];
    }
}
