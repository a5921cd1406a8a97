using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages;

/// <summary>首页: what this is, what is new in each list, a match that shows the idea, and where to start.</summary>
internal sealed class IndexModel(PortalDbContext db, LiveIndex index, CodeBooks codeBooks, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    private const int NewestShown = 5;
    private const int ReleasesShown = 4;
    private const int Considered = 12;

    public DateOnly Today { get; } = time.Today;

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public int OpportunityCount { get; private set; }

    public int CapabilityCount { get; private set; }

    public IReadOnlyList<OpportunityCard> Opportunities { get; private set; } = [];

    public IReadOnlyList<CapabilityCard> Capabilities { get; private set; } = [];

    public IReadOnlyList<Batch> Releases { get; private set; } = [];

    /// <summary>A real match of a new opportunity; null as long as nothing fits.</summary>
    public Example? Live { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var lists = index.Current;
        (OpportunityCount, CapabilityCount) = (lists.Opportunities.Count, lists.Capabilities.Count);
        var newest = new ListFilter(ListShape.Opportunities) { Sort = "newest" }.With(ListShape.Status, "open");
        var newestOpportunities = lists.Opportunities.Find(newest, null, Considered).Ids;
        var newestCapabilities = lists.Capabilities.Find(new ListFilter(ListShape.Capabilities), null, NewestShown).Ids;
        Opportunities = await OpportunityCard.OfAsync(db, [.. newestOpportunities.Take(NewestShown)], cancellation);
        Capabilities = await CapabilityCard.OfAsync(db, newestCapabilities, cancellation);
        Releases = await db.ListReleases.AsNoTracking()
            .Public()
            .OrderByDescending(r => r.ReleasedAt).ThenBy(r => r.Id)
            .Take(ReleasesShown)
            .Select(r => new Batch(r.Id, r.Kind, r.Title, r.ReleasedAt!.Value, r.Items.Count))
            .ToListAsync(cancellation);
        Figures = FiguresOf(lists, await db.ListReleases.Public().CountAsync(cancellation));
        Live = await ExampleAsync(newestOpportunities, cancellation);
    }

    private IReadOnlyList<Figure> FiguresOf(LiveIndex.Lists lists, int releases)
    {
        var open = new ListFilter(ListShape.Opportunities).With(ListShape.Status, "open");
        var closing = open.With(ListShape.Deadline, "30");
        var proven = new ListFilter(ListShape.Capabilities).With(ListShape.Trl, "8").With(ListShape.Trl, "9");
        return
        [
            new("tone-need", L["报名中的机会"], CountOf(lists.Opportunities, open), L["共公开 {0} 条", lists.Opportunities.Count], Links.Opportunities(open)),
            new("tone-need", L["30 天内截止"], CountOf(lists.Opportunities, closing), L["按截止先后排"], Links.Opportunities(closing)),
            new("tone-meet", L["已发布批次"], releases, L["发布即冻结，编号可查"], Links.ReleaseList),
            new("tone-cap", L["成熟可用的能力"], CountOf(lists.Capabilities, proven), L["TRL 8 以上"], Links.Capabilities(proven)),
            new("tone-cap", L["在架能力"], lists.Capabilities.Count, L["来自企业和机构"], Links.CapabilityList)
        ];
    }

    private static int CountOf(CatalogueList list, ListFilter filter) => list.Find(filter, null, 1).Total;

    /// <summary>Among the best matches of the newest opportunities, one whose reasons show most.</summary>
    private async Task<Example?> ExampleAsync(IReadOnlyList<Guid> opportunityIds, CancellationToken cancellation)
    {
        var candidates = await (
            from match in db.Matches.AsNoTracking().Where(m => opportunityIds.Contains(m.OpportunityId)).BestFirst().Take(Considered)
            join opportunity in db.Opportunities.Public() on match.OpportunityId equals opportunity.Id
            join capability in db.Capabilities.Public() on match.CapabilityId equals capability.Id
            join publisher in db.Organisations on opportunity.PublisherId equals publisher.Id into publishers
            from publisher in publishers.DefaultIfEmpty()
            join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
            orderby match.Score descending, match.OpportunityId, match.CapabilityId
            select new
            {
                match.Reasons,
                opportunity = new { opportunity.Id, opportunity.Number, opportunity.Title, opportunity.FieldCode, opportunity.FieldText, opportunity.BudgetMinimum, opportunity.BudgetMaximum, opportunity.Deadline },
                scenario.RegionCode,
                Publisher = publisher.Name,
                capability = new { capability.Id, capability.Number, capability.Title, capability.FieldCode, capability.FieldText, capability.RegionCode, capability.Trl },
                Organisation = organisation.Name,
                OrganisationRegionCode = organisation.RegionCode
            }).ToListAsync(cancellation);
        if (candidates.MaxBy(c => Showing(c.Reasons)) is not { } chosen)
        {
            return null;
        }

        var codes = codeBooks.Current;
        var facts = new MatchFacts
        {
            NeedField = codes.FieldName(chosen.opportunity.FieldCode, chosen.opportunity.FieldText),
            CapabilityField = codes.FieldName(chosen.capability.FieldCode, chosen.capability.FieldText),
            NeedRegionCode = chosen.RegionCode,
            CapabilityRegionCode = chosen.capability.RegionCode ?? chosen.OrganisationRegionCode,
            BudgetMinimum = chosen.opportunity.BudgetMinimum,
            BudgetMaximum = chosen.opportunity.BudgetMaximum,
            Deadline = chosen.opportunity.Deadline,
            Trl = chosen.capability.Trl
        };
        IReadOnlyList<MeetRow> rows = [.. chosen.Reasons.Select(r => MeetRow.Of(r, facts, codes, L)).Where(r => !r.IsSilent)];
        return new Example(
            new MeetHead
            {
                OpportunityId = chosen.opportunity.Id,
                CapabilityId = chosen.capability.Id,
                NeedNumber = chosen.opportunity.Number,
                NeedTitle = chosen.opportunity.Title,
                NeedNote = chosen.Publisher ?? L["未注明"],
                CapabilityNumber = chosen.capability.Number,
                CapabilityTitle = chosen.capability.Title,
                CapabilityNote = chosen.Organisation ?? L["未注明"],
                Rows = rows
            },
            Few(rows));
    }

    /// <summary>Passages that meet, and reasons of different outcome.</summary>
    private static int Showing(IReadOnlyList<MatchReason> reasons) =>
        (2 * reasons.Select(r => r.Verdict).Distinct().Count())
        + reasons.Count(r => r.Verdict is Verdict.Met)
        + reasons.Count(r => r.Passages.Count == 2 && r.Passages.All(p => p.Highlights.Any(h => h.Length > 1)));

    /// <summary>What meets first, then one that does not, or that nobody stated.</summary>
    private static IReadOnlyList<MeetRow> Few(IReadOnlyList<MeetRow> rows) =>
    [
        .. rows.Where(r => r.Verdict is Verdict.Met).Take(3),
        .. rows.Where(r => r.Verdict is not Verdict.Met).OrderByDescending(r => r.Verdict is Verdict.Unmet).Take(1)
    ];

    /// <summary>A figure, and the list behind it.</summary>
    internal sealed record Figure(string Tone, string Name, int Count, string Note, string Href);

    internal sealed record Batch(Guid Id, ListKind Kind, string Title, DateTimeOffset ReleasedAt, int Size);

    internal sealed record Example(MeetHead Head, IReadOnlyList<MeetRow> Rows);
}
