using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Showcases;

namespace ScenarioPortal.Web.Pages.Showcases;

/// <summary>我们也要: a government unit joins a showcase, leaves it again, or turns what all of them want into a need.</summary>
[KeepsTyped]
internal sealed class JoinModel(PortalDbContext db, ShowcaseJoining joining, CodeBooks codeBooks, HomeRegion home, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid OrganisationId { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Quantity { get; set; }

    [BindProperty]
    public string? Region { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    public Showcase Subject { get; private set; } = null!;

    public IReadOnlyList<ShowcaseJoin> Joins { get; private set; } = [];

    public IReadOnlyList<JointDemand> Demands { get; private set; } = [];

    /// <summary>The person's units that joined.</summary>
    public IReadOnlyList<Seat> Joined => [.. Units.Where(u => Joins.Any(j => j.OrganisationId == u.OrganisationId))];

    /// <summary>Those that could.</summary>
    public IReadOnlyList<Seat> Others => [.. Units.Where(u => Joins.All(j => j.OrganisationId != u.OrganisationId))];

    private IEnumerable<Seat> Units => HttpContext.Person.Seats
        .Where(s => s is { Kind: OrganisationKind.Government, Status: OrganisationStatus.Verified, Role: >= MemberRole.Editor } && s.OrganisationId != Subject.PublisherId).DistinctBy(s => s.OrganisationId);

    public JointDemand? DemandOf(Guid unit) => Demands.FirstOrDefault(d => d.Holds(unit));

    /// <summary>How many others joined and stand in no joint demand yet.</summary>
    public int FreeOthers(Guid unit) => Joins.Count(j => j.OrganisationId != unit && DemandOf(j.OrganisationId) is null);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Showcases.Public().SingleOrDefaultAsync(s => s.Id == Id, cancellation) is { } subject)
        {
            Subject = subject;
            Joins = await db.ShowcaseJoins.AsNoTracking().Where(j => j.ShowcaseId == Id).OrderBy(j => j.JoinedAt).ThenBy(j => j.OrganisationId).ToListAsync(cancellation);
            Demands = await db.JointDemands.VisibleTo(HttpContext.Person, db.ShowcaseJoins).Where(d => d.ShowcaseId == Id).ToListAsync(cancellation);
        }

        if (Subject is null || !Units.Any() || (HttpMethods.IsPost(Request.Method) && Units.All(u => u.OrganisationId != OrganisationId)))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Words.OrNull is not { Length: <= Wish.WordsMaxLength } words)
        {
            this.Refuse(nameof(Words), L["请用一两句话写明本单位想做什么，不超过 {0} 字。", Wish.WordsMaxLength]);
            words = "";
        }

        if (Quantity.OrNull is { Length: > Wish.QuantityMaxLength })
        {
            this.Refuse(nameof(Quantity), L["不超过 {0} 字。", Wish.QuantityMaxLength]);
        }

        var region = Region.OrNull is null ? null : codeBooks.Current.RegionMeantBy(Region, home.Code);
        if (Region.OrNull is not null && region is null)
        {
            this.Refuse(nameof(Region), L["没有认出这个区域。请写市、区的名称，例如“示范市云桥区”，或六位行政区划代码。"]);
        }

        DateOnly? until = DateOnly.TryParseExact(Until.OrNull, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (Until.OrNull is not null && until is null)
        {
            this.Refuse(nameof(Until), L["请选一天，例如 2027-03-01。"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var unit = await db.Organisations.SingleAsync(o => o.Id == OrganisationId, cancellation);
        await joining.JoinAsync(Subject, unit, new Wish(words, Quantity.OrNull, region?.Code, until, HttpContext.Person.AccountId!.Value), HttpContext.Person, cancellation);
        this.Flash(L["已经加入。可以牵头写联合需求，也可以等别的单位牵头。"]);
        return Redirect(Links.JoinShowcase(Id));
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellation)
    {
        if (Own is not { } join)
        {
            return NotFound();
        }

        await joining.LeaveAsync(Subject, join, cancellation);
        this.Flash(L["已经退出。"]);
        return Redirect(Links.Showcase(Id));
    }

    public async Task<IActionResult> OnPostLeadAsync(bool together, CancellationToken cancellation)
    {
        if (Own is not { } join)
        {
            return NotFound();
        }

        var copy = await joining.LeadAsync(Subject, join, together, HttpContext.Person, cancellation);
        this.Flash(L["已经按案例填好了一份草稿，补充之后提交审核。"]);
        return Redirect(Links.Writing(copy));
    }

    public async Task<IActionResult> OnPostGiveUpAsync(CancellationToken cancellation)
    {
        if (DemandOf(OrganisationId) is not { } demand || demand.LeadId != OrganisationId)
        {
            return NotFound();
        }

        await joining.GiveUpAsync(Subject, demand, cancellation);
        this.Flash(L["已经不再牵头，大家可以重新决定。"]);
        return Redirect(Links.JoinShowcase(Id));
    }

    private ShowcaseJoin? Own => Joins.FirstOrDefault(j => j.OrganisationId == OrganisationId);
}
