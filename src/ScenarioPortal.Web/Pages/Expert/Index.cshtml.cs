using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Choosing;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.Expert;

/// <summary>我的评审: the cases in which an expert was asked, those that wait for them first.</summary>
internal sealed class IndexModel(PortalDbContext db, TimeProvider time) : PageModel
{
    private const int AtMost = 200;

    public IReadOnlyList<Case> Cases { get; private set; } = [];

    public DateOnly Today => time.Today;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var me = HttpContext.Person.AccountId;
        var found = await db.Choices.AsNoTracking().JudgedBy(HttpContext.Person).OrderByDescending(c => c.BegunAt).ThenBy(c => c.Id).Take(AtMost)
            .Select(c => new { c.Id, c.NeedTitle, c.State, c.Candidates.Count, Own = c.Experts.FirstOrDefault(e => e.AccountId == me) }).ToListAsync(cancellation);
        Cases = [.. found.Where(c => c.Own is not null).Select(c => new Case(c.Id, c.NeedTitle, c.State, c.Count, c.Own!)).OrderByDescending(c => c.IsMine)];
    }

    internal sealed record Case(Guid Id, string Need, ChoiceState State, int Companies, ChoiceExpert Own)
    {
        /// <summary>Something is for this expert to do.</summary>
        public bool IsMine => Own.IsAwaitedIn(State);
    }
}
