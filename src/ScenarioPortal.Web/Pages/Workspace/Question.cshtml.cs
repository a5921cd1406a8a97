using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Questions;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Questions;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Publication;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>A question that an editor of the publisher answers, once and in public.</summary>
[KeepsTyped]
internal sealed class QuestionModel(PortalDbContext db, QuestionDesk desk, IOptions<PublicationRules> rules, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public Question Subject { get; private set; } = null!;

    public Opportunity Need { get; private set; } = null!;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateTimeOffset DueAt => rules.Value.AnswerDueAt(Subject.AskedAt, Need.Deadline);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await (
            from question in db.Questions.EditableBy(HttpContext.Person)
            join need in db.Opportunities on question.OpportunityId equals need.Id
            where question.Id == Id
            select new { question, need }).SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NotFound();
            return;
        }

        (Subject, Need) = (found.question, found.need);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Subject.AnsweredAt is null && Answer.OrNull is not { Length: <= Question.AnswerMaxLength })
        {
            this.Refuse(nameof(Answer), L["请写下答复，不超过 {0} 字。", Question.AnswerMaxLength]);
            return this.Again();
        }

        db.Entry(Subject).Property(q => q.Revision).OriginalValue = Revision;
        await desk.AnswerAsync(Subject, Need, Answer ?? "", HttpContext.Person.AccountId!.Value, cancellation);
        this.Flash(L["答复已公开。"]);
        return Redirect(Links.Need(Need.Id));
    }
}
