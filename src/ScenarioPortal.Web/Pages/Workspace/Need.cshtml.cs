using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Data.Questions;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Questions;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Publication;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>A released need as its publisher sees it: what came of it so far, and what can still be done.</summary>
internal sealed class NeedModel(
    PortalDbContext db, PublicationDesk desk, IOptions<PublicationRules> rules, TimeProvider time,
    IValidator<NeedModel.ExtendForm> extendValidator, IValidator<NeedModel.CloseForm> closeValidator, IStringLocalizer<Texts> L) : PageModel
{
    public static readonly OpportunityEnding[] Endings = [OpportunityEnding.Paired, OpportunityEnding.NoSuitableSupplier, OpportunityEnding.Withdrawn, OpportunityEnding.Cancelled];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public ExtendForm Extend { get; set; } = new();

    [BindProperty]
    public CloseForm Close { get; set; } = new();

    public Opportunity Subject { get; private set; } = null!;

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IEnumerable<Question> Waiting => Questions.Where(q => q.AnsweredAt is null);

    public Question? FirstAnswer => Questions.Where(q => q.AnsweredAt is not null).MinBy(q => q.AnsweredAt);

    public int Matches { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => Now.DayInShanghai();

    public int DaysSinceRelease => Today.DayNumber - Subject.ReleasedAt!.Value.DayInShanghai().DayNumber;

    public bool IsOpen => Subject.IsOpen(Now);

    public DateTimeOffset DueAt(Question question) => rules.Value.AnswerDueAt(question.AskedAt, Subject.Deadline);

    /// <summary>Readers of the unit look on.</summary>
    public bool MayAct => HttpContext.Person.MayEdit(Subject.PublisherId!.Value) || HttpContext.Person.LeavesItToTheDatabase;

    public IReadOnlyList<Writing.WritingField> Parts => L.PartsToCorrect(ListKind.Opportunities);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Opportunities.Public().PublishedBy(HttpContext.Person).SingleOrDefaultAsync(o => o.Id == Id && o.PublisherId != null, HttpContext.RequestAborted) is not { } need)
        {
            context.Result = NotFound();
            return;
        }

        Subject = need;
        if (HttpMethods.IsPost(Request.Method) && !MayAct)
        {
            context.Result = Forbid();
            return;
        }

        Questions = await db.Questions.AsNoTracking().VisibleTo(HttpContext.Person, db.QuestionAskers).Where(q => q.OpportunityId == Id)
            .OrderBy(q => q.AskedAt).ThenBy(q => q.Id).ToListAsync(HttpContext.RequestAborted);
        Matches = await (
            from match in db.Matches.Of(Id)
            join capability in db.Capabilities.Public() on match.CapabilityId equals capability.Id
            select match.CapabilityId).CountAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet()
    {
        Extend.Deadline = Later(Subject.Deadline, Today).AddDays(rules.Value.OpenDays);
        return Page();
    }

    public async Task<IActionResult> OnPostExtendAsync(CancellationToken cancellation)
    {
        ForgetAllBut(nameof(Extend));
        if (!await this.IsValidAsync(extendValidator, Extend, cancellation))
        {
            return this.Again();
        }

        Begin();
        await desk.ExtendAsync(Subject, Extend.Deadline!.Value, Extend.Why.OrNull, cancellation);
        this.Flash(L["截止日期延长到 {0}，已公开。", Extend.Deadline.Value.AsDeadline(Today)]);
        return Redirect(Links.Need(Id));
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        ForgetAllBut(nameof(Close));
        if (!await this.IsValidAsync(closeValidator, Close, cancellation))
        {
            return this.Again();
        }

        Begin();
        await desk.CloseAsync(Subject, Close.Reason!.Value, Close.Note.OrNull, cancellation);
        this.Flash(L["“{0}”已关闭：{1}。", Subject.Title, L.Word(Subject.Ending)]);
        return Redirect(Links.Need(Id));
    }

    private void Begin() => db.Entry(Subject).Property(o => o.Revision).OriginalValue = Revision;

    /// <summary>Each form of the page is sent by itself; what the others lack is no mistake.</summary>
    private void ForgetAllBut(string form)
    {
        foreach (var key in ModelState.Keys.Where(k => k != nameof(Revision) && !k.StartsWith($"{form}.", StringComparison.Ordinal)).ToArray())
        {
            ModelState.Remove(key);
        }
    }

    private static DateOnly Later(DateOnly? day, DateOnly today) => day > today ? day.Value : today;

    internal sealed class ExtendForm
    {
        public DateOnly? Deadline { get; set; }

        public string? Why { get; set; }
    }

    internal sealed class ExtendFormValidator : AbstractValidator<ExtendForm>
    {
        public ExtendFormValidator()
        {
            RuleFor(f => f.Deadline).NotNull().WithMessage("请选新的截止日期，例如 2026-12-31。");
            RuleFor(f => f.Why).MaximumLength(Correction.WhyMaxLength).WithMessage("说明不超过 {0} 字。").WithState(_ => new object[] { Correction.WhyMaxLength });
        }
    }

    internal sealed class CloseForm
    {
        public OpportunityEnding? Reason { get; set; }

        public string? Note { get; set; }

        /// <summary>Ticked by whoever has read what will happen.</summary>
        public bool Understood { get; set; }
    }

    internal sealed class CloseFormValidator : AbstractValidator<CloseForm>
    {
        public CloseFormValidator()
        {
            RuleFor(f => f.Reason).Must(r => r is { } ending && Endings.Contains(ending)).WithMessage("请选关闭的原因。");
            RuleFor(f => f.Note).Must((form, note) => form.Reason is not { } reason || !Opportunity.NeedsNote(reason) || !string.IsNullOrWhiteSpace(note))
                .WithMessage("请用一句话写明原因，关注的企业都会看到。")
                .MaximumLength(Opportunity.EndingNoteMaxLength).WithMessage("原因不超过 {0} 字。").WithState(_ => new object[] { Opportunity.EndingNoteMaxLength });
            RuleFor(f => f.Understood).Equal(true).WithMessage("请先看上面关闭之后会怎样，再勾选确认。");
        }
    }
}
