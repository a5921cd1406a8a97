using Microsoft.AspNetCore.Mvc.RazorPages;
using ScenarioPortal.Data;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages;

/// <summary>One search over both lists, side by side.</summary>
internal sealed class SearchModel(PortalDbContext db, LiveIndex index) : PageModel
{
    private const int Shown = 5;

    public string? Words { get; private set; }

    public Found<OpportunityCard> Opportunities { get; private set; } = new([], 0, Links.OpportunityList);

    public Found<CapabilityCard> Capabilities { get; private set; } = new([], 0, Links.CapabilityList);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var needs = ListFilter.From(Request.Query, ListShape.Opportunities);
        Words = needs.Words;
        if (Words is null)
        {
            return;
        }

        var lists = index.Current;
        Guid[] needHits = [.. index.Matcher.SearchNeeds(Words, lists.Opportunities.Count).Select(h => h.Id).Where(lists.Opportunities.Contains)];
        Guid[] offerHits = [.. index.Matcher.SearchCapabilities(Words, lists.Capabilities.Count).Select(h => h.Id).Where(lists.Capabilities.Contains)];
        var offers = new ListFilter(ListShape.Capabilities) { Words = Words };
        Opportunities = new(await OpportunityCard.OfAsync(db, [.. needHits.Take(Shown)], cancellation), needHits.Length, Links.Opportunities(needs with { Page = 1 }));
        Capabilities = new(await CapabilityCard.OfAsync(db, [.. offerHits.Take(Shown)], cancellation), offerHits.Length, Links.Capabilities(offers));
    }

    /// <summary>The best of one list, how many there are in all, and where.</summary>
    internal sealed record Found<TCard>(IReadOnlyList<TCard> Cards, int Total, string Href);
}
