using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Opportunities;

/// <summary>机会清单: what is needed, found by words, filters and order.</summary>
internal sealed class IndexModel(PortalDbContext db, LiveIndex index, CodeBooks codeBooks, IStringLocalizer<Texts> L) : PageModel
{
    private const int PageSize = 20;

    public ListView List { get; private set; } = null!;

    public IReadOnlyList<OpportunityCard> Cards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var filter = ListFilter.From(Request.Query, ListShape.Opportunities);
        var lists = index.Current;
        IReadOnlyList<Guid>? hits = filter.Words is { } words ? [.. index.Matcher.SearchNeeds(words, lists.Opportunities.Count).Select(h => h.Id)] : null;
        List = ListView.Of(Links.OpportunityList, filter, lists.Opportunities, hits, PageSize, L["说说您能解决什么，例如：夜间巡查、血液运输"], codeBooks.Current, L);
        Cards = await OpportunityCard.OfAsync(db, List.Result.Ids, cancellation);
    }
}
