using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
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

    /// <summary>What of the batch was corrected, closed or withdrawn since, in the order of the numbers.</summary>
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
        if (subject.Kind is ListKind.Showcases)
        {
            // They neither end nor change.
            return Page();
        }

        Ended = Previous is { } previous ? await EndedAsync(previous.Id, cancellation) : [];
        Changes = await (subject.Kind is ListKind.Opportunities ? ChangedNeedsAsync(cancellation) : ChangedOffersAsync(cancellation));
        return Page();
    }

    private async Task<IReadOnlyList<Gone>> EndedAsync(Guid previous, CancellationToken cancellation)
    {
        var ids = db.ListReleases.Where(r => r.Id == previous).SelectMany(r => r.Items).Select(i => i.SubjectId);
        return Subject.Kind is ListKind.Opportunities
            ? await db.Opportunities.Public().Where(o => o.Ending != null && ids.Contains(o.Id)).OrderBy(o => o.Number)
                .Select(o => new Gone(o.Id, o.Title, o.Ending)).ToListAsync(cancellation)
            : await db.Capabilities.Readable().Where(c => c.WithdrawnAt != null && ids.Contains(c.Id)).OrderBy(c => c.Number)
                .Select(c => new Gone(c.Id, c.Title, null)).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<Change>> ChangedNeedsAsync(CancellationToken cancellation)
    {
        var (ids, now, today) = (Subject.Items.Select(i => i.SubjectId).ToArray(), time.GetUtcNow(), time.Today);
        var needs = await db.Opportunities.AsNoTracking().Public()
            .Where(o => ids.Contains(o.Id) && (o.Addenda.Any() || o.Status == OpportunityStatus.Closed || o.Deadline < today))
            .OrderBy(o => o.Number).ThenBy(o => o.Id).ToListAsync(cancellation);
        return [.. needs.Select(n => new Change(n.Id, n.Number!, n.Title) { Ended = Ending.Of(n, now), Addenda = n.Addenda })];
    }

    /// <summary>Corrections from before it came into the batch stand in the batch.</summary>
    private async Task<IReadOnlyList<Change>> ChangedOffersAsync(CancellationToken cancellation)
    {
        var (ids, released) = (Subject.Items.Select(i => i.SubjectId).ToArray(), Subject.ReleasedAt);
        var offers = await db.Capabilities.AsNoTracking().Readable()
            .Where(c => ids.Contains(c.Id) && (c.Addenda.Any(a => a.PublishedAt >= released) || c.WithdrawnAt != null))
            .OrderBy(c => c.Number).ThenBy(c => c.Id).ToListAsync(cancellation);
        return [.. offers.Select(c => new Change(c.Id, c.Number!, c.Title) { Withdrawn = Withdrawal.Of(c), Addenda = [.. c.Addenda.Where(a => a.PublishedAt >= released)] })];
    }

    internal sealed record Change(Guid Id, string Number, string Title)
    {
        public Ending? Ended { get; init; }

        public Withdrawal? Withdrawn { get; init; }

        public required IReadOnlyList<Addendum> Addenda { get; init; }
    }

    internal sealed record Earlier(Guid Id, string Title);

    /// <summary>A need says how it ended; a capability was withdrawn.</summary>
    internal sealed record Gone(Guid Id, string Title, OpportunityEnding? How);
}
