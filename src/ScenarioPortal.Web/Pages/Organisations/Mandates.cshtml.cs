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
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Organisations;

/// <summary>Which operators act for an organisation: its owners give their word and take it back.</summary>
[Sensitive]
internal sealed class MandatesModel(PortalDbContext db, IValidator<MandatesModel.Form> validator, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Subject { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Operators { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        var (subject, refusal) = await db.OpenAsync(HttpContext.Person, Id, p => p.IsOwnerOf(Id), cancellation);
        if (refusal is not null)
        {
            context.Result = refusal;
            return;
        }

        Subject = subject!;
        Rows = await (
            from mandate in db.Mandates.VisibleTo(HttpContext.Person).Where(m => m.OrganisationId == Id)
            join one in db.Organisations on mandate.OperatorId equals one.Id
            orderby mandate.EndedAt != null, mandate.GrantedAt descending, mandate.Id
            select new Row(mandate.Id, one.Id, one.Name, mandate.GrantedAt, mandate.EndedAt)).ToListAsync(cancellation);
        Operators = await db.Organisations.Where(o => o.Kind == OrganisationKind.Operator && o.Status == OrganisationStatus.Verified && o.Id != Id)
            .OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => new Choice(o.Id, o.Name)).ToListAsync(cancellation);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        if (Operators.All(o => o.Id != Input.Operator) || Rows.Any(r => r.OperatorId == Input.Operator && r.EndedAt is null))
        {
            this.Refuse("Input.Operator", L["请从列表里选一家还没有授权的运营机构。"]);
            return this.Again();
        }

        var mandate = new Mandate(Id, Input.Operator!.Value, time.GetUtcNow());
        db.Add(mandate);
        Note("mandate.grant", mandate);
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["已授权。对方替您做的每一件事都会记下来。"]);
        return Redirect(Links.OrganisationMandates(Id));
    }

    public async Task<IActionResult> OnPostEndAsync(Guid mandate, CancellationToken cancellation)
    {
        var subject = await db.Mandates.VisibleTo(HttpContext.Person).SingleOrDefaultAsync(m => m.Id == mandate && m.OrganisationId == Id, cancellation);
        if (subject is null)
        {
            return NotFound();
        }

        subject.End(time.GetUtcNow());
        Note("mandate.end", subject);
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["授权已收回，马上生效。"]);
        return Redirect(Links.OrganisationMandates(Id));
    }

    private void Note(string action, Mandate mandate) =>
        audit.Note(db, new Act { Action = action, Organisation = Id, SubjectKind = nameof(Mandate), Subject = mandate.Id, Detail = new { mandate.OperatorId } });

    internal sealed class Form
    {
        public Guid? Operator { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Operator).NotEmpty().WithMessage("请选择运营机构。");
    }

    internal sealed record Row(Guid Id, Guid OperatorId, string Operator, DateTimeOffset GrantedAt, DateTimeOffset? EndedAt);

    internal sealed record Choice(Guid Id, string Name);
}
