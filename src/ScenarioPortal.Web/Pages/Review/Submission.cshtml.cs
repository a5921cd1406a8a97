using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Review;

/// <summary>One thing that was handed in, as it will be read, with what changed since the last time. Nobody decides on their own.</summary>
internal sealed class SubmissionModel(
    PortalDbContext db, ReviewDesk desk, SimilarNeeds similar, CodeBooks codeBooks, IValidator<SubmissionModel.Form> validator, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Submission Subject { get; private set; } = null!;

    public Submission? Before { get; private set; }

    public string Organisation { get; private set; } = "";

    public OrganisationStatus OrganisationStatus { get; private set; }

    public IReadOnlyList<WritingStep> Steps { get; private set; } = [];

    /// <summary>What is attached, and what was attached the last time and is not any more.</summary>
    public IReadOnlyList<AttachmentLine> Files { get; private set; } = [];

    public bool IsOwn => Subject.SubmittedBy == HttpContext.Person.AccountId || HttpContext.Person.MayRead(Subject.OrganisationId);

    public IReadOnlyList<WritingHint> Hints => L.WritingHints(Subject.Kind, Subject.Texts);

    public IReadOnlyList<SimilarNeed> Similar { get; private set; } = [];

    public string? PersonalData => L.PersonalDataIn(Subject.Texts);

    public IReadOnlyList<CodeListEntry> Words => WordHits.In(Subject.Texts, codeBooks.Current);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await (
            from submission in db.Submissions.ReviewedBy(HttpContext.Person)
            join organisation in db.Organisations on submission.OrganisationId equals organisation.Id
            where submission.Id == Id
            select new
            {
                Submission = submission,
                organisation.Name,
                organisation.Status,
                Before = db.Submissions.Where(s => s.SubjectId == submission.SubjectId && s.Number == submission.Number - 1).FirstOrDefault(),
                Files = db.Attachments.Where(a => a.SubjectId == submission.SubjectId).Select(a => a.Id).ToList()
            }).SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        (Subject, Before, Organisation, OrganisationStatus) = (found.Submission, found.Before, found.Name, found.Status);
        Steps = L.WritingSteps(Subject.Kind);
        Files = LinesOf(found.Files);
        Similar = await similar.FindAsync(Subject.Kind, Subject.Texts, Subject.SubjectId, HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation)
    {
        Begin();
        await desk.ApproveAsync(Subject, HttpContext.Person.AccountId!.Value, cancellation);
        this.Flash(L["“{0}”已通过。", TitleOf(Subject)]);
        return Redirect(Links.Review);
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        Begin();
        await desk.ReturnAsync(Subject, Input.ToRemarks(Steps), HttpContext.Person.AccountId!.Value, cancellation);
        this.Flash(L["“{0}”已退回，对方会在对应的地方看到您的意见。", TitleOf(Subject)]);
        return Redirect(Links.Review);
    }

    public static string TitleOf(Submission submission) => submission.Texts.TextOf(Exchange.Reading.SheetField.Title);

    private AttachmentLine[] LinesOf(IReadOnlyCollection<Guid> present) =>
    [
        .. Subject.Files.Select(f => new AttachmentLine(f) { IsNew = Before is not null && Before.Files.All(b => b.Id != f.Id), IsGone = !present.Contains(f.Id) }),
        .. (Before?.Files ?? []).Where(b => Subject.Files.All(f => f.Id != b.Id)).Select(b => new AttachmentLine(b) { IsGone = true })
    ];

    private void Begin()
    {
        if (IsOwn)
        {
            throw new Domain.RuleBrokenException("您是“{0}”的成员，请由其他审核人员决定。", Organisation);
        }

        db.Entry(Subject).Property(s => s.Revision).OriginalValue = Input.Revision;
    }

    internal sealed class Form
    {
        public int Revision { get; set; }

        /// <summary>What is said of each field, by its name.</summary>
        public Dictionary<string, string?> Remarks { get; set; } = [];

        public string? Whole { get; set; }

        public FieldRemark[] ToRemarks(IReadOnlyList<WritingStep> steps) =>
        [
            .. steps.SelectMany(s => s.Fields).Select(f => f.Key).Append(StepTexts.FilesRemark).Select(key => (Key: key, Text: Remarks.GetValueOrDefault(key))).Append((Key: "", Text: Whole))
                .Where(r => !string.IsNullOrWhiteSpace(r.Text)).Select(r => new FieldRemark { Field = r.Key.Length == 0 ? null : r.Key, Text = r.Text!.Trim() })
        ];
    }

    internal sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() => RuleFor(f => f.Whole)
            .Must((form, whole) => !string.IsNullOrWhiteSpace(whole) || form.Remarks.Values.Any(r => !string.IsNullOrWhiteSpace(r))).WithMessage("请至少在一处写明退回的原因，对方才知道改什么。")
            .Must((form, whole) => form.Remarks.Values.Append(whole).All(r => r is not { Length: > FieldRemark.TextMaxLength }))
            .WithMessage("退回时请写明原因，每条不超过 {0} 字。").WithState(_ => new object[] { FieldRemark.TextMaxLength });
    }
}
