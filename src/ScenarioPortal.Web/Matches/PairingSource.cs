using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Catalogue;

namespace ScenarioPortal.Web.Matches;

/// <summary>Reads pairings as the items that lists and figures are made of.</summary>
internal static class PairingSource
{
    /// <summary>What the person may know of interests without a name: of the other side, nothing.</summary>
    public static async Task<IEnumerable<PairingItem>> VeiledItemsAsync(this PortalDbContext db, Person person, CancellationToken cancellation) =>
        (await db.VeiledFor(person).OrderBy(v => v.Id).ToListAsync(cancellation)).Select(v => new PairingItem
        {
            Id = v.Id,
            OpportunityId = v.OpportunityId,
            PublisherId = v.PublisherId,
            CompanyId = Guid.Empty,
            Number = v.Number,
            Need = v.NeedTitle,
            Capability = "",
            Publisher = person.Seats.FirstOrDefault(s => s.OrganisationId == v.PublisherId)?.Organisation ?? "",
            Company = "",
            FieldCode = v.FieldCode,
            RegionCode = v.RegionCode,
            State = v.Standing,
            BeganAt = v.BeganAt,
            StateSince = v.StateSince,
            MovedAt = v.MovedAt,
            AnswerDueAt = v.AnswerDueAt,
            Steps = v.Course()
        });

    /// <summary>In one round trip. Names that come again and again are kept once.</summary>
    public static async Task<List<PairingItem>> ItemsAsync(this PortalDbContext db, IQueryable<Pairing> pairings, CancellationToken cancellation)
    {
        Dictionary<string, string> known = [];
        var read =
            from pairing in pairings.AsNoTracking()
            join publisher in db.Organisations on pairing.PublisherId equals publisher.Id into publishers
            from publisher in publishers.DefaultIfEmpty()
            join company in db.Organisations on pairing.CompanyId equals company.Id into companies
            from company in companies.DefaultIfEmpty()
            join need in db.Opportunities on pairing.OpportunityId equals need.Id into needs
            from need in needs.DefaultIfEmpty()
            orderby pairing.Id
            select new PairingItem
            {
                Id = pairing.Id,
                OpportunityId = pairing.OpportunityId,
                PublisherId = pairing.PublisherId,
                CompanyId = pairing.CompanyId,
                OperatorId = pairing.OperatorId,
                Number = pairing.Number,
                Need = pairing.NeedTitle,
                Capability = pairing.CapabilityTitle,
                Publisher = publisher.Name ?? "",
                Company = company.Name ?? "",
                FieldCode = pairing.FieldCode,
                RegionCode = pairing.RegionCode,
                State = pairing.State,
                AskedBy = pairing.SuggestedBy ?? (pairing.AnswerDueAt != null && pairing.Proof.PlanAgreedAt == null ? pairing.Proof.PlanBy : null),
                BeganAt = pairing.BeganAt,
                StateSince = pairing.StateSince,
                MovedAt = pairing.MovedAt,
                AnswerDueAt = pairing.AnswerDueAt,
                StuckAt = pairing.StuckAt,
                Steps = pairing.Steps,
                ReleasedAt = need.ReleasedAt
            };
        List<PairingItem> items = [];
        await foreach (var item in read.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            items.Add(item with
            {
                Need = Once(item.Need),
                Capability = Once(item.Capability),
                Publisher = Once(item.Publisher),
                Company = Once(item.Company),
                FieldCode = item.FieldCode is { } field ? Once(field) : null,
                RegionCode = item.RegionCode is { } region ? Once(region) : null
            });
        }

        return items;

        string Once(string text) => known.TryGetValue(text, out var same) ? same : known[text] = text;
    }
}
