using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Showcases;

namespace ScenarioPortal.Web.Pages.Review;

/// <summary>A showcase that both sides agreed to, as it will be read. Nobody decides on their own.</summary>
internal sealed class ShowcaseModel(PortalDbContext db, ShowcaseDesk desk, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Showcase Subject { get; private set; } = null!;

    public bool IsOwn => HttpContext.Person.AccountId is { } me && (Subject.WrittenBy == me || Subject.AgreedBy == me);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Showcases.ReviewedBy(HttpContext.Person).SingleOrDefaultAsync(s => s.Id == Id, HttpContext.RequestAborted) is not { } subject)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation)
    {
        await desk.ApproveAsync(Subject, Input.Revision, HttpContext.Person, cancellation);
        this.Flash(L["“{0}”审核通过，等着编入清单。", Subject.Title]);
        return Redirect(Links.Review);
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation)
    {
        if (Input.Reason.OrNull is not { Length: <= Showcase.ReasonMaxLength } reason)
        {
            this.Refuse("Input.Reason", L["请写明为什么退回，不超过 {0} 字。", Showcase.ReasonMaxLength]);
            return this.Again();
        }

        await desk.ReturnAsync(Subject, Input.Revision, reason, HttpContext.Person, cancellation);
        this.Flash(L["“{0}”已退回，双方会看到原因。", Subject.Title]);
        return Redirect(Links.Review);
    }

    internal sealed class Form
    {
        public int Revision { get; set; }

        public string? Reason { get; set; }
    }
}
