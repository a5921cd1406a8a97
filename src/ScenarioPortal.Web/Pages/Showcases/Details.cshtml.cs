using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Showcases;

namespace ScenarioPortal.Web.Pages.Showcases;

/// <summary>One showcase: the need on the left, the capability on the right, what was measured between them; who wants the same, and what came of it.</summary>
internal sealed class DetailsModel(PortalDbContext db) : PageModel
{
    public Showcase Subject { get; private set; } = null!;

    public bool IsReleased => Subject.State is ShowcaseState.Released;

    /// <summary>The sides for which this person may write.</summary>
    public IReadOnlyList<PairingSide> Sides { get; private set; } = [];

    /// <summary>Visitors are led to sign in first; companies and the publisher itself have nothing to join.</summary>
    public bool MayJoin => IsReleased && (HttpContext.Person.IsVisitor || HttpContext.Person.Seats.Any(s =>
        s is { Kind: OrganisationKind.Government, Status: OrganisationStatus.Verified, Role: >= MemberRole.Editor } && s.OrganisationId != Subject.PublisherId));

    public JoinList Joins { get; private set; } = null!;

    public ShowcaseTree? Tree { get; private set; }

    public Batch? Release { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        if (await db.Showcases.AsNoTracking().VisibleTo(person).SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } subject)
        {
            return NotFound();
        }

        Subject = subject;
        Sides = [.. new[] { (PairingSide.Publisher, subject.PublisherId), (PairingSide.Company, subject.CompanyId) }.Where(s => person.MayEdit(s.Item2)).Select(s => s.Item1)];
        if (IsReleased)
        {
            Joins = await JoinList.OfAsync(db, subject, person, cancellation);
            Tree = await ShowcaseTree.OfAsync(db, id, cancellation);
            Release = await db.ListReleases.Public().Where(r => r.Items.Any(i => i.SubjectId == id)).Select(r => new Batch(r.Id, r.Title)).FirstOrDefaultAsync(cancellation);
        }

        return Page();
    }

    internal sealed record Batch(Guid Id, string Title);
}
