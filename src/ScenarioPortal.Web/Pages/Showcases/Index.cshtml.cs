using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Showcases;

/// <summary>示范案例: the third list, what was verified and can be repeated.</summary>
internal sealed class IndexModel(PortalDbContext db, CodeBooks codeBooks, IStringLocalizer<Texts> L, TimeProvider time) : PageModel
{
    private const int PageSize = 20;

    public ListView List { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var filter = ListFilter.From(Request.Query, ListShape.Showcases);
        var book = await ShowcaseBook.ReadAsync(db, time.Today, cancellation);
        List = ListView.Of(Links.ShowcaseList, filter, book.List, book.Hits(filter), PageSize, L["案例、需求、能力或单位的名称"], codeBooks.Current, L) with { HasTable = false };
        var ids = List.Result.Ids;
        var rows = await db.Showcases.Public().Where(s => ids.Contains(s.Id))
            .Select(s => new Row(s.Id, s.Number!, s.Title, s.FieldCode, s.RegionCode, s.Proof, db.ShowcaseJoins.Count(j => j.ShowcaseId == s.Id))).ToDictionaryAsync(r => r.Id, cancellation);
        Rows = [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    internal sealed record Row(Guid Id, string Number, string Title, string? FieldCode, string? RegionCode, CertificateContent Proof, int Joined);
}
