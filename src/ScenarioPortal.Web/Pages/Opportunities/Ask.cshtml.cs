using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Questions;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Publication;

namespace ScenarioPortal.Web.Pages.Opportunities;

/// <summary>A member of a company asks the publisher of a need; nobody sees who asks.</summary>
internal sealed class AskModel(PortalDbContext db, QuestionDesk desk, IOptions<PublicationRules> rules, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Opportunity Subject { get; private set; } = null!;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public Ending? Ended => Ending.Of(Subject, Now);

    public DateTimeOffset QuestionsCloseAt => rules.Value.QuestionsCloseAt(Subject.ReleasedAt!.Value, Subject.Deadline);

    public bool TakesQuestions => Ended is null && Subject.PublisherId is not null && Now <= QuestionsCloseAt;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Opportunities.Public().SingleOrDefaultAsync(o => o.Id == Id, HttpContext.RequestAborted) is not { } need)
        {
            context.Result = NotFound();
            return;
        }

        Subject = need;
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (TakesQuestions && Text.OrNull is not { Length: <= Question.TextMaxLength })
        {
            this.Refuse(nameof(Text), L["请写下问题，不超过 {0} 字。", Question.TextMaxLength]);
            return this.Again();
        }

        await desk.AskAsync(Subject, Text ?? "", HttpContext.Person.AccountId!.Value, cancellation);
        this.Flash(L["问题已交给发布单位。答复之后，问题和答复一起公开，不会写明是谁问的。"]);
        return Redirect($"{Links.Opportunity(Id)}#questions");
    }
}
