using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Choosing;
using ScenarioPortal.Domain.Choosing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>A case that waits for an expert.</summary>
internal sealed record AwaitedCase(Guid Id, string Need, ChoiceExpert Own)
{
    public const int AtMost = 100;
}

internal static class AwaitedCases
{
    extension(PortalDbContext db)
    {
        public async Task<IReadOnlyList<AwaitedCase>> AwaitedCasesAsync(Person person, CancellationToken cancellation)
        {
            var me = person.AccountId;
            var found = await db.Choices.AsNoTracking().JudgedBy(person).UnderWay().OrderBy(c => c.StateSince).ThenBy(c => c.Id).Take(AwaitedCase.AtMost)
                .Select(c => new { c.Id, c.NeedTitle, c.State, Own = c.Experts.FirstOrDefault(e => e.AccountId == me) }).ToListAsync(cancellation);
            return [.. found.Where(c => c.Own is not null && c.Own.IsAwaitedIn(c.State)).Select(c => new AwaitedCase(c.Id, c.NeedTitle, c.Own!))];
        }
    }
}
