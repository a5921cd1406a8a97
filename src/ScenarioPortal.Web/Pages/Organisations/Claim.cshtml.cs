using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.Organisations;

/// <summary>The claims of the person who looks: still waiting, granted, or refused and why.</summary>
internal sealed class ClaimModel(PortalDbContext db) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await (
        from claim in db.OrganisationClaims.AskedBy(HttpContext.Person)
        join organisation in db.Organisations on claim.OrganisationId equals organisation.Id
        orderby claim.AskedAt descending, claim.Id
        select new Row(organisation.Id, organisation.Name, claim.AskedAt, claim.Granted, claim.Reason)).Take(Shown).ToListAsync(cancellation);

    internal sealed record Row(Guid OrganisationId, string Organisation, DateTimeOffset AskedAt, bool? Granted, string? Reason);
}
