using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Credit;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Credit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Review;

/// <summary>An organisation says that an entry of its credit is wrong; a reviewer of its region who stands on neither side decides.</summary>
internal sealed class AppealModel(PortalDbContext db, IValidator<AppealModel.Form> validator, CreditDesk desk, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public CreditAppeal Subject { get; private set; } = null!;

    public CreditEntry Entry { get; private set; } = null!;

    public string Organisation { get; private set; } = "";

    /// <summary>Null where the reviewer does not see the pairing.</summary>
    public string? Number { get; private set; }

    public string? Need { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var person = HttpContext.Person;
        var found = await (
            from appeal in db.CreditAppeals.ReviewedBy(person, db)
            join entry in db.CreditEntries.VisibleTo(person, db) on appeal.EntryId equals entry.Id
            join organisation in db.Organisations on appeal.OrganisationId equals organisation.Id
            join pairing in db.Pairings.VisibleTo(person) on entry.PairingId equals pairing.Id into pairings
            from pairing in pairings.DefaultIfEmpty()
            where appeal.EntryId == Id
            select new { Appeal = appeal, Entry = entry, organisation.Name, Number = (string?)pairing.Number, Need = (string?)pairing.NeedTitle }).SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        (Subject, Entry, Organisation, Number, Need) = (found.Appeal, found.Entry, found.Name, found.Number, found.Need);
        await next();
    }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostUpholdAsync(CancellationToken cancellation) => DecideAsync(upheld: true, cancellation);

    public Task<IActionResult> OnPostRejectAsync(CancellationToken cancellation) => DecideAsync(upheld: false, cancellation);

    private async Task<IActionResult> DecideAsync(bool upheld, CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        await desk.DecideAsync(Subject, Entry, new CreditVerdict(Input.Revision, upheld, Input.Reason!.Trim()), HttpContext.Person, cancellation);
        this.Flash(upheld ? L["申诉成立，那一条已经抵消，对方会收到消息。"] : L["申诉没有成立，对方会看到理由。"]);
        return Redirect(Links.Review);
    }

    internal sealed class Form
    {
        public int Revision { get; set; }

        public string? Reason { get; set; }
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Reason)
            .NotEmpty().WithMessage("请写明理由。")
            .MaximumLength(CreditAppeal.TextMaxLength).WithMessage("说明不超过 {0} 字。").WithState(_ => new object[] { CreditAppeal.TextMaxLength });
    }
}
