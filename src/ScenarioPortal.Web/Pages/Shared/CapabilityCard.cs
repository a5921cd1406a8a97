using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>What a list says about one capability.</summary>
internal sealed record CapabilityCard
{
    private const int SummaryLength = 140;

    public required Guid Id { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? FieldCode { get; init; }

    public string? FieldText { get; init; }

    public string? Organisation { get; init; }

    public string? RegionCode { get; init; }

    public string? Zone { get; init; }

    public int? Trl { get; init; }

    public required IReadOnlyList<string> Technologies { get; init; }

    /// <summary>How many opportunities it fits; the portal keeps no more than the best.</summary>
    public required int Matches { get; init; }

    /// <summary>The cards of these capabilities, in the order of their identities.</summary>
    public static async Task<IReadOnlyList<CapabilityCard>> OfAsync(PortalDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var cards = await (
            from capability in db.Capabilities.Public().Where(c => ids.Contains(c.Id))
            join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            select new CapabilityCard
            {
                Id = capability.Id,
                Number = capability.Number,
                Title = capability.Title,
                Summary = capability.Description.Substring(0, SummaryLength),
                FieldCode = capability.FieldCode,
                FieldText = capability.FieldText,
                Organisation = organisation.Name,
                RegionCode = capability.RegionCode ?? organisation.RegionCode,
                Zone = capability.Zone ?? organisation.Zone,
                Trl = capability.Trl,
                Technologies = capability.Technologies,
                Matches = db.Matches.Count(m => m.CapabilityId == capability.Id)
            }).ToDictionaryAsync(c => c.Id, cancellation);
        return [.. ids.Where(cards.ContainsKey).Select(id => cards[id])];
    }
}
