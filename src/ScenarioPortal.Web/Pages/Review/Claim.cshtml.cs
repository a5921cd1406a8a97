using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Review;

/// <summary>Somebody says that an organisation is theirs; the reviewer of its region decides, never the one who asked.</summary>
internal sealed class ClaimModel(PortalDbContext db, IValidator<ClaimModel.Form> validator, ClaimDecision decision, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Row Subject { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var subject = await (
            from claim in db.OrganisationClaims.ReviewedBy(HttpContext.Person, db.Organisations)
            join organisation in db.Organisations on claim.OrganisationId equals organisation.Id
            join account in db.Accounts on claim.AccountId equals account.Id
            where claim.Id == Id
            select new Row
            {
                OrganisationId = organisation.Id,
                Organisation = organisation.Name,
                CreditCode = organisation.CreditCode,
                RegionCode = organisation.RegionCode,
                Name = account.DisplayName,
                Email = account.Email ?? "",
                Statement = claim.Statement,
                AskedAt = claim.AskedAt,
                Granted = claim.Granted,
                Reason = claim.Reason,
                Revision = claim.Revision
            }).SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (subject is null)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostGrantAsync(CancellationToken cancellation)
    {
        await decision.DecideAsync(db, Verdict(refusal: null), cancellation);
        this.Flash(L["认领已通过，{0} 现在是“{1}”的负责人。", Subject.Name, Subject.Organisation]);
        return Redirect(Links.Review);
    }

    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        await decision.DecideAsync(db, Verdict(Input.Reason!.Trim()), cancellation);
        this.Flash(L["认领没有通过，对方会看到原因。"]);
        return Redirect(Links.Review);
    }

    private ClaimVerdict Verdict(string? refusal) => new() { ClaimId = Id, Revision = Input.Revision, Email = Subject.Email, Refusal = refusal };

    internal sealed class Form
    {
        public int Revision { get; set; }

        public string? Reason { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Reason)
            .NotEmpty().WithMessage("不通过时请写明原因。")
            .MaximumLength(OrganisationClaim.StatementMaxLength).WithMessage("说明不超过 {0} 字。").WithState(_ => new object[] { OrganisationClaim.StatementMaxLength });
    }

    internal sealed record Row
    {
        public required Guid OrganisationId { get; init; }

        public required string Organisation { get; init; }

        public UnifiedSocialCreditCode? CreditCode { get; init; }

        public string? RegionCode { get; init; }

        public required string Name { get; init; }

        public required string Email { get; init; }

        public required string Statement { get; init; }

        public required DateTimeOffset AskedAt { get; init; }

        public bool? Granted { get; init; }

        public string? Reason { get; init; }

        public required int Revision { get; init; }
    }
}
