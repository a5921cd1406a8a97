using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Releases;

/// <summary>A released batch: its rows as they were frozen, printed as the annex of an official document.</summary>
internal sealed class DetailsModel(PortalDbContext db, TimeProvider time) : PageModel
{
    public ListRelease Subject { get; private set; } = null!;

    /// <summary>The batch before this one on the same list.</summary>
    public Earlier? Previous { get; private set; }

    /// <summary>What was on that batch and has ended since.</summary>
    public IReadOnlyList<Gone> Ended { get; private set; } = [];

    /// <summary>Needs of the batch that were corrected or closed since, in the order of their numbers.</summary>
    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public int Organisations => Subject.Items.Select(i => i.Content.Organisation).Distinct(StringComparer.Ordinal).Count();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var subject = await db.ListReleases.AsNoTracking().Public().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (subject is null)
        {
            return NotFound();
        }

        Subject = subject;
        Previous = await db.ListReleases.Public().Where(r => r.Kind == subject.Kind && r.ReleasedAt < subject.ReleasedAt).OrderByDescending(r => r.ReleasedAt)
            .Select(r => new Earlier(r.Id, r.Title)).FirstOrDefaultAsync(cancellation);
        if (Previous is { } previous && subject.Kind is ListKind.Opportunities)
        {
            var ids = db.ListReleases.Where(r => r.Id == previous.Id).SelectMany(r => r.Items).Select(i => i.SubjectId);
            Ended = await db.Opportunities.Public().Where(o => o.Ending != null && ids.Contains(o.Id)).OrderBy(o => o.Number)
                .Select(o => new Gone(o.Id, o.Title, o.Ending!.Value)).ToListAsync(cancellation);
        }

        Changes = subject.Kind is ListKind.Opportunities ? await ChangesAsync(cancellation) : [];
        return Page();
    }

    private async Task<IReadOnlyList<Change>> ChangesAsync(CancellationToken cancellation)
    {
        var (ids, now, today) = (Subject.Items.Select(i => i.SubjectId).ToArray(), time.GetUtcNow(), time.Today);
        var needs = await db.Opportunities.AsNoTracking().Public()
            .Where(o => ids.Contains(o.Id) && (o.Addenda.Any() || o.Status == OpportunityStatus.Closed || o.Deadline < today))
            .OrderBy(o => o.Number).ThenBy(o => o.Id).ToListAsync(cancellation);
        return [.. needs.Select(n => new Change(n.Id, n.Number!, n.Title, Ending.Of(n, now), n.Addenda))];
    }

    internal sealed record Change(Guid Id, string Number, string Title, Ending? Ended, IReadOnlyList<Addendum> Addenda);

    internal sealed record Earlier(Guid Id, string Title);

    internal sealed record Gone(Guid Id, string Title, OpportunityEnding How);
}
