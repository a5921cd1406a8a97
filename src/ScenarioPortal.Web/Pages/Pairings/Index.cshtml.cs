using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>供需配对: what met what, and how far it has come; for members, what is theirs, the most urgent first.</summary>
internal sealed class IndexModel(PortalDbContext db, PairingBooks books, CodeBooks codeBooks, IStringLocalizer<Texts> L, TimeProvider time) : PageModel
{
    private const int PageSize = 20;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => Now.DayInShanghai();

    public Person Person => HttpContext.Person;

    public string? Scope { get; private set; }

    public bool IsMine => Scope == ListShape.Mine;

    public ListView List { get; private set; } = null!;

    public IReadOnlyList<PairingRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Scope = PairingBooks.ScopeOf(Request.Query, Person);
        var filter = ListFilter.From(Request.Query, IsMine ? ListShape.OwnPairings : ListShape.Pairings) with { Scope = Scope };
        var book = await books.ReadAsync(Scope, Person, cancellation);
        var names = await NamesAsync(filter, cancellation);
        var list = ListView.Of(Links.PairingList, filter, book.List, book.Hits(filter), PageSize, L["需求、能力或单位的名称"], codeBooks.Current, L);
        List = list with
        {
            HasTable = false,
            Pills = [.. list.Pills.Select(p => p with { Text = Named(p.Text) })],
            WaysOut = [.. list.WaysOut.Select(w => w with { Condition = Named(w.Condition) })]
        };
        Rows = await PairingRow.OfAsync(db, Person, List.Result.Ids, cancellation);

        // Organisations stand in no code list.
        string Named(string text) => names.Aggregate(text, (named, name) => named.Replace(name.Key.ToString(), name.Value, StringComparison.Ordinal));
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(ListFilter filter, CancellationToken cancellation)
    {
        Guid[] ids = [.. filter.Unlisted.Select(u => Guid.TryParse(u.Value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
        return ids.Length == 0 ? [] : await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
    }
}
