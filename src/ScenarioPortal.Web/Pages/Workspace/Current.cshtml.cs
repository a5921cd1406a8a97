using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Publication;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>An organisation says that a capability is still current. Pressing twice is the same as pressing once.</summary>
internal sealed class CurrentModel(PortalDbContext db, CapabilityDesk desk, IStringLocalizer<Texts> L) : PageModel
{
    private Capability _capability = null!;

    [FromRoute]
    public Guid Id { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Capabilities.EditableBy(HttpContext.Person).SingleOrDefaultAsync(c => c.Id == Id, HttpContext.RequestAborted) is not { } capability)
        {
            context.Result = NotFound();
            return;
        }

        _capability = capability;
        await next();
    }

    public IActionResult OnGet() => Redirect(Links.Workspace);

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        if (_capability.ConfirmationAskedAt is not null || _capability.Status is not CapabilityStatus.Published)
        {
            await desk.ConfirmAsync(_capability, cancellation);
        }

        this.Flash(L["“{0}”已确认仍然有效。{1} 天后再问您。", _capability.Title, Capability.CurrentForDays]);
        return Redirect(Links.Workspace);
    }
}
