using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Publication;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>A published capability as its organisation sees it: what came of it so far, and what can be done with it.</summary>
internal sealed class OfferModel(PortalDbContext db, CapabilityDesk desk, TimeProvider time, IValidator<OfferModel.WithdrawForm> validator, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public WithdrawForm Withdraw { get; set; } = new();

    public Capability Subject { get; private set; } = null!;

    /// <summary>How many needs it fits.</summary>
    public int Matches { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => Now.DayInShanghai();

    public int DaysSincePublication => Today.DayNumber - Subject.PublishedAt!.Value.DayInShanghai().DayNumber;

    public bool IsPublished => Subject.Status is CapabilityStatus.Published;

    /// <summary>When its organisation will be asked whether it is still current.</summary>
    public DateTimeOffset AskedNextAt => (Subject.ConfirmedAt ?? Subject.PublishedAt!.Value).AddDays(Capability.CurrentForDays);

    /// <summary>Readers of the organisation look on.</summary>
    public bool MayAct => HttpContext.Person.MayEdit(Subject.OrganisationId!.Value) || HttpContext.Person.LeavesItToTheDatabase;

    public IReadOnlyList<WritingField> Parts => L.PartsToCorrect(ListKind.Capabilities);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Capabilities.Approved().OfferedBy(HttpContext.Person).SingleOrDefaultAsync(c => c.Id == Id && c.OrganisationId != null, HttpContext.RequestAborted) is not { } capability)
        {
            context.Result = NotFound();
            return;
        }

        Subject = capability;
        if (HttpMethods.IsPost(Request.Method) && !MayAct)
        {
            context.Result = Forbid();
            return;
        }

        Matches = await (
            from match in db.Matches
            join need in db.Opportunities.Public() on match.OpportunityId equals need.Id
            where match.CapabilityId == Id
            select match.OpportunityId).CountAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Withdraw, cancellation))
        {
            return this.Again();
        }

        Begin();
        await desk.WithdrawAsync(Subject, Withdraw.Why!.Trim(), cancellation);
        this.Flash(L["“{0}”已从清单撤下。", Subject.Title]);
        return Redirect(Links.Offer(Id));
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellation)
    {
        Begin();
        await desk.RestoreAsync(Subject, cancellation);
        this.Flash(L["“{0}”已恢复公开。", Subject.Title]);
        return Redirect(Links.Offer(Id));
    }

    private void Begin() => db.Entry(Subject).Property(c => c.Revision).OriginalValue = Revision;

    internal sealed class WithdrawForm
    {
        public string? Why { get; set; }

        /// <summary>Ticked by whoever has read what will happen.</summary>
        public bool Understood { get; set; }
    }

    internal sealed class WithdrawFormValidator : AbstractValidator<WithdrawForm>
    {
        public WithdrawFormValidator()
        {
            RuleFor(f => f.Why).Must(w => !string.IsNullOrWhiteSpace(w) && w.Length <= Capability.WithdrawnWhyMaxLength)
                .WithMessage("请用一句话写明为什么撤下，不超过 {0} 字。").WithState(_ => new object[] { Capability.WithdrawnWhyMaxLength });
            RuleFor(f => f.Understood).Equal(true).WithMessage("请先看上面撤下之后会怎样，再勾选确认。");
        }
    }
}
