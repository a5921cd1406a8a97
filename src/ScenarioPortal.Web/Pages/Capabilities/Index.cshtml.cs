using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Capabilities;

/// <summary>能力清单: what can be done, found by words, filters and order.</summary>
internal sealed class IndexModel(PortalDbContext db, LiveIndex index, CodeBooks codeBooks, IStringLocalizer<Texts> L) : PageModel
{
    private const int PageSize = 20;

    public ListView List { get; private set; } = null!;

    public IReadOnlyList<CapabilityCard> Cards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var filter = ListFilter.From(Request.Query, ListShape.Capabilities);
        var lists = index.Current;
        IReadOnlyList<Guid>? hits = filter.Words is { } words ? [.. index.Matcher.SearchCapabilities(words, lists.Capabilities.Count).Select(h => h.Id)] : null;
        List = ListView.Of(Links.CapabilityList, filter, lists.Capabilities, hits, PageSize, L["说说您想解决什么，例如：老人跌倒没人知道"], codeBooks.Current, L);
        Cards = await CapabilityCard.OfAsync(db, List.Result.Ids, cancellation);
    }
}
