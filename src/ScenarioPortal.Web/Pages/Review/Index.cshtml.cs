using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Credit;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.Review;

/// <summary>What waits for a reviewer in their regions, the oldest first.</summary>
internal sealed class IndexModel(PortalDbContext db) : PageModel
{
    private const int Shown = 100;

    public IReadOnlyList<Registered> Registrations { get; private set; } = [];

    public IReadOnlyList<Claimed> Claims { get; private set; } = [];

    /// <summary>Needs and capabilities that were handed in.</summary>
    public IReadOnlyList<HandedIn> Submissions { get; private set; } = [];

    /// <summary>Entries of credit that organisations say are wrong.</summary>
    public IReadOnlyList<Appealed> Appeals { get; private set; } = [];

    public int Count => Registrations.Count + Claims.Count + Submissions.Count + Appeals.Count + Showcases.Count;

    /// <summary>Those that both sides agreed to.</summary>
    public IReadOnlyList<Agreed> Showcases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        Registrations = await db.Organisations.ReviewedBy(person).Waiting().OrderBy(o => o.SubmittedAt).ThenBy(o => o.Id)
            .Select(o => new Registered(o.Id, o.Name, o.Kind, o.RegionCode, o.SubmittedAt!.Value)).Take(Shown).ToListAsync(cancellation);
        Claims = await (
            from claim in db.OrganisationClaims.ReviewedBy(person, db.Organisations).Undecided()
            join organisation in db.Organisations on claim.OrganisationId equals organisation.Id
            orderby claim.AskedAt, claim.Id
            select new Claimed(claim.Id, organisation.Name, organisation.RegionCode, claim.AskedAt)).Take(Shown).ToListAsync(cancellation);
        Appeals = await (
            from appeal in db.CreditAppeals.ReviewedBy(person, db).Undecided()
            join organisation in db.Organisations on appeal.OrganisationId equals organisation.Id
            orderby appeal.AskedAt, appeal.EntryId
            select new Appealed(appeal.EntryId, organisation.Name, appeal.Text, appeal.AskedAt)).Take(Shown).ToListAsync(cancellation);
        var waiting = await (
            from submission in db.Submissions.ReviewedBy(person).Undecided()
            join organisation in db.Organisations on submission.OrganisationId equals organisation.Id
            orderby submission.SubmittedAt, submission.Id
            select new { Submission = submission, Organisation = organisation.Name }).Take(Shown).ToListAsync(cancellation);
        Submissions = [.. waiting.Select(w => new HandedIn(w.Submission.Id, SubmissionModel.TitleOf(w.Submission), w.Submission.Kind, w.Organisation, w.Submission.RegionCode, w.Submission.Number, w.Submission.SubmittedAt))];
        Showcases = await (
            from showcase in db.Showcases.ReviewedBy(person)
            join publisher in db.Organisations on showcase.PublisherId equals publisher.Id
            join company in db.Organisations on showcase.CompanyId equals company.Id
            where showcase.State == ShowcaseState.Submitted
            orderby showcase.SubmittedAt, showcase.Id
            select new Agreed(showcase.Id, showcase.Title, publisher.Name, company.Name, showcase.SubmittedAt!.Value)).Take(Shown).ToListAsync(cancellation);
    }

    internal sealed record Agreed(Guid Id, string Title, string Publisher, string Company, DateTimeOffset SubmittedAt);

    internal sealed record HandedIn(Guid Id, string Title, ListKind Kind, string Organisation, string? RegionCode, int Number, DateTimeOffset SubmittedAt);

    internal sealed record Registered(Guid Id, string Name, OrganisationKind Kind, string? RegionCode, DateTimeOffset SubmittedAt);

    internal sealed record Appealed(Guid EntryId, string Organisation, string Text, DateTimeOffset AskedAt);

    internal sealed record Claimed(Guid Id, string Organisation, string? RegionCode, DateTimeOffset AskedAt);
}
