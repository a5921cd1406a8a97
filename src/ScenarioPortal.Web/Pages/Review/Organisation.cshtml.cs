using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Notifications;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Review;

/// <summary>A registration as its reviewer checks it: the licence beside what was filled in; verified, or returned with reasons at the fields.</summary>
internal sealed class OrganisationModel(
    PortalDbContext db, IValidator<OrganisationModel.Form> validator, OrganisationMail mail, PairingDesk pairings, AuditTrail audit, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Subject { get; private set; } = null!;

    public OrganisationContact? Contact { get; private set; }

    public Licence? LicenceFile { get; private set; }

    /// <summary>Others of the same name: perhaps the same company twice.</summary>
    public IReadOnlyList<Named> SameName { get; private set; } = [];

    public Person Person => HttpContext.Person;

    /// <summary>Nobody decides on an organisation in which they have a seat.</summary>
    public bool IsOwn => Person.MayRead(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Organisations.ReviewedBy(Person).SingleOrDefaultAsync(o => o.Id == Id, cancellation) is not { } subject)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        Contact = await db.OrganisationContacts.AsNoTracking().SingleOrDefaultAsync(c => c.OrganisationId == Id, cancellation);
        LicenceFile = await db.StoredFiles.Licences(Id).OrderByDescending(f => f.UploadedAt).Select(f => new Licence(f.Name, f.ContentType, f.UploadedAt)).FirstOrDefaultAsync(cancellation);
        SameName = await db.Organisations.Where(o => o.Name == subject.Name && o.Id != Id).OrderBy(o => o.Id).Select(o => new Named(o.Id, o.Name, o.Status)).Take(5).ToListAsync(cancellation);
        await next();
    }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellation) =>
        DecideAsync("organisation.verify", Subject.Verify, OrganisationLetter.Verified(Subject.Name), L["“{0}”已通过核验。", Subject.Name], cancellation);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation) => await this.IsValidAsync(validator, Input, cancellation)
        ? await DecideAsync("organisation.return", () => Subject.Return(Input.ToRemarks()), OrganisationLetter.Returned(Subject.Name), L["“{0}”已退回，企业会在对应的地方看到您的意见。", Subject.Name], cancellation)
        : this.Again();

    public async Task<IActionResult> OnPostSuspendAsync(CancellationToken cancellation)
    {
        await pairings.TellOthersAsync(Subject, PairingNotice.Suspended, cancellation);
        return await DecideAsync("organisation.suspend", Subject.Suspend, OrganisationLetter.Suspended(Subject.Name), L["“{0}”已暂停。", Subject.Name], cancellation);
    }

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation)
    {
        await pairings.TellOthersAsync(Subject, PairingNotice.Resumed, cancellation);
        return await DecideAsync("organisation.resume", Subject.Resume, OrganisationLetter.Resumed(Subject.Name), L["“{0}”已恢复。", Subject.Name], cancellation);
    }

    private async Task<IActionResult> DecideAsync(string action, Action decide, OrganisationLetter letter, string done, CancellationToken cancellation)
    {
        if (IsOwn)
        {
            throw new RuleBrokenException("您是“{0}”的成员，请由其他审核人员决定。", Subject.Name);
        }

        db.Entry(Subject).Property(o => o.Revision).OriginalValue = Input.Revision;
        decide();
        audit.Note(db, new Act { Action = action, Organisation = Id, SubjectKind = nameof(Organisation), Subject = Id, Detail = new { fields = Subject.Remarks.Select(r => r.Field ?? "") } });
        await mail.ToOwnersAsync(db, Id, letter, cancellation);
        await db.SaveChangesAsync(cancellation);
        this.Flash(done);
        return Redirect(Links.Review);
    }

    internal sealed class Form
    {
        public int Revision { get; set; }

        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? Region { get; set; }

        public string? Contact { get; set; }

        public string? Licence { get; set; }

        public string? Whole { get; set; }

        public IEnumerable<(string? Field, string? Text)> Parts =>
        [
            (RegistrationPart.Code, Code), (RegistrationPart.Name, Name), (RegistrationPart.Region, Region), (RegistrationPart.Contact, Contact), (RegistrationPart.Licence, Licence), (null, Whole)
        ];

        public FieldRemark[] ToRemarks() => [.. Parts.Where(p => !string.IsNullOrWhiteSpace(p.Text)).Select(p => new FieldRemark { Field = p.Field, Text = p.Text!.Trim() })];
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Whole).Must((form, _) => form.ToRemarks().Length > 0).WithMessage("请至少在一处写明退回的原因，企业才知道改什么。");
            foreach (var part in (System.Linq.Expressions.Expression<Func<Form, string?>>[])[f => f.Code, f => f.Name, f => f.Region, f => f.Contact, f => f.Licence, f => f.Whole])
            {
                RuleFor(part).MaximumLength(FieldRemark.TextMaxLength).WithMessage("退回时请写明原因，每条不超过 {0} 字。").WithState(_ => new object[] { FieldRemark.TextMaxLength });
            }
        }
    }

    internal sealed record Licence(string Name, string ContentType, DateTimeOffset UploadedAt)
    {
        public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);
    }

    internal sealed record Named(Guid Id, string Name, OrganisationStatus Status);
}
