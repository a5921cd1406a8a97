using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Capabilities;

/// <summary>能力详情: what someone can do, how mature, proved where with what result, and which needs it fits.</summary>
internal sealed class DetailsModel(PortalDbContext db, MatchLog log, TimeProvider time) : PageModel
{
    /// <summary>How many stand with their reasons; the others by name.</summary>
    private const int Explained = 3;

    public Row Subject { get; private set; } = null!;

    public IReadOnlyList<Fit> Fits { get; private set; } = [];

    public IReadOnlyList<Name> OtherFits { get; private set; } = [];

    public int FitCount => Fits.Count + OtherFits.Count;

    /// <summary>The batch in which it was released.</summary>
    public Batch? Release { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => Now.DayInShanghai();

    /// <summary>Drafts, what is being reviewed and what was withdrawn without ever being in a batch are seen by their own organisation and their reviewers.</summary>
    public bool IsPublic => Subject.Status is CapabilityStatus.Published;

    public Withdrawal? Withdrawn => Subject is { Status: CapabilityStatus.Suspended, WithdrawnAt: { } at } ? new Withdrawal(at, Subject.WithdrawnWhy, Subject.Number is not null) : null;

    public IReadOnlyList<AttachmentLine> Files { get; private set; } = [];

    /// <summary>A text was changed after these matches were computed.</summary>
    public bool MatchesAreOld => Fits.Any(f => f.IsOld);

    /// <summary>Somebody of its own organisation looks: they are told what is missing.</summary>
    public bool IsOwn => Subject.OrganisationId is { } organisation && HttpContext.Person.Reads.Contains(organisation);

    /// <summary>This person may say that it is still current, and was asked.</summary>
    public bool MayConfirm => IsPublic && Subject.ConfirmationDueAt is not null && Subject.OrganisationId is { } organisation && HttpContext.Person.Edits.Contains(organisation);

    /// <summary>This person may correct and withdraw it, or put it back.</summary>
    public bool MayEdit => Subject.PublishedAt is not null && Subject.OrganisationId is { } organisation && HttpContext.Person.MayEdit(organisation);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var subject = await ReadAsync(id, cancellation);
        if (subject is null)
        {
            return NotFound();
        }

        Subject = subject;
        Fits = await (
            from match in db.Matches.AsNoTracking().Where(m => m.CapabilityId == id).BestFirst()
            join opportunity in db.Opportunities.Public() on match.OpportunityId equals opportunity.Id
            join publisher in db.Organisations on opportunity.PublisherId equals publisher.Id into publishers
            from publisher in publishers.DefaultIfEmpty()
            select new Fit
            {
                OpportunityId = opportunity.Id,
                Title = opportunity.Title,
                Publisher = publisher.Name,
                IsReleased = opportunity.Status == OpportunityStatus.Released,
                Deadline = opportunity.Deadline,
                Reasons = match.Reasons,
                IsOld = match.CapabilityRevision != subject.Revision || match.OpportunityRevision != opportunity.Revision
            }).Take(Explained).ToListAsync(cancellation);
        OtherFits = Fits.Count < Explained ? [] : await (
            from match in db.Matches.AsNoTracking().Where(m => m.CapabilityId == id).BestFirst()
            join opportunity in db.Opportunities.Public() on match.OpportunityId equals opportunity.Id
            select new Name(opportunity.Id, opportunity.Title)).Skip(Explained).ToListAsync(cancellation);
        log.ShownForCapability(id, [.. Fits.Select(f => f.OpportunityId), .. OtherFits.Select(f => f.OpportunityId)]);
        Files = [.. (await db.Attachments.VisibleTo(HttpContext.Person, db).OfItem(id).AsNoTracking().ToListAsync(cancellation)).Select(a => new AttachmentLine(a.AsSubmitted))];
        Release = await db.ListReleases.Public()
            .Where(r => r.Items.Any(i => i.SubjectId == id))
            .OrderBy(r => r.ReleasedAt)
            .Select(r => new Batch(r.Id, r.Title))
            .FirstOrDefaultAsync(cancellation);
        return Page();
    }

    private Task<Row?> ReadAsync(Guid id, CancellationToken cancellation) => (
        from capability in db.Capabilities.AsNoTracking().VisibleTo(HttpContext.Person, db.Organisations)
        join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        where capability.Id == id
        select new Row
        {
            Id = capability.Id,
            Number = capability.Number,
            Title = capability.Title,
            Description = capability.Description,
            FieldCode = capability.FieldCode,
            FieldText = capability.FieldText,
            RegionCode = capability.RegionCode ?? organisation.RegionCode,
            Zone = capability.Zone ?? organisation.Zone,
            Technologies = capability.Technologies,
            Cases = capability.Cases,
            Trl = capability.Trl,
            Innovation = capability.Innovation,
            Effect = capability.Effect,
            ApplicableScenes = capability.ApplicableScenes,
            TargetCustomers = capability.TargetCustomers,
            ServiceRegionCodes = capability.ServiceRegionCodes,
            Certificates = capability.Certificates,
            ProjectsAtOnce = capability.ProjectsAtOnce,
            Contact = capability.Contact,
            Status = capability.Status,
            PublishedAt = capability.PublishedAt,
            ConfirmedAt = capability.ConfirmedAt,
            ConfirmationDueAt = capability.ConfirmationAskedAt == null ? null : capability.ConfirmationAskedAt.Value.AddDays(Capability.ConfirmWithinDays),
            LapsedAt = capability.LapsedAt,
            WithdrawnAt = capability.WithdrawnAt,
            WithdrawnWhy = capability.WithdrawnWhy,
            Addenda = capability.Addenda.OrderByDescending(a => a.Number).ToList(),
            UpdatedAt = capability.UpdatedAt,
            Revision = capability.Revision,
            Organisation = organisation.Name,
            OrganisationId = capability.OrganisationId,
            Profile = organisation.Profile,
            Qualifications = organisation.Qualifications
        }).SingleOrDefaultAsync(cancellation);

    internal sealed record Row
    {
        public required Guid Id { get; init; }

        public string? Number { get; init; }

        public required string Title { get; init; }

        public required string Description { get; init; }

        public string? FieldCode { get; init; }

        public string? FieldText { get; init; }

        public string? RegionCode { get; init; }

        public string? Zone { get; init; }

        public required IReadOnlyList<string> Technologies { get; init; }

        public required IReadOnlyList<string> Cases { get; init; }

        public int? Trl { get; init; }

        public string? Innovation { get; init; }

        public string? Effect { get; init; }

        public string? ApplicableScenes { get; init; }

        public string? TargetCustomers { get; init; }

        public required IReadOnlyList<string> ServiceRegionCodes { get; init; }

        public required IReadOnlyList<Certificate> Certificates { get; init; }

        public int? ProjectsAtOnce { get; init; }

        public string? Contact { get; init; }

        public required CapabilityStatus Status { get; init; }

        public DateTimeOffset? PublishedAt { get; init; }

        public DateTimeOffset? ConfirmedAt { get; init; }

        /// <summary>By when it is to be confirmed, once its organisation was asked.</summary>
        public DateTimeOffset? ConfirmationDueAt { get; init; }

        public DateTimeOffset? LapsedAt { get; init; }

        public DateTimeOffset? WithdrawnAt { get; init; }

        public string? WithdrawnWhy { get; init; }

        public required IReadOnlyList<Addendum> Addenda { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }

        public required int Revision { get; init; }

        public string? Organisation { get; init; }

        public Guid? OrganisationId { get; init; }

        public string? Profile { get; init; }

        public string? Qualifications { get; init; }
    }

    internal sealed record Fit
    {
        public required Guid OpportunityId { get; init; }

        public required string Title { get; init; }

        public string? Publisher { get; init; }

        public required bool IsReleased { get; init; }

        public DateOnly? Deadline { get; init; }

        public required IReadOnlyList<MatchReason> Reasons { get; init; }

        public required bool IsOld { get; init; }

        public bool IsOpen(DateOnly today) => IsReleased && !(Deadline < today);
    }

    internal sealed record Name(Guid OpportunityId, string Title);

    internal sealed record Batch(Guid Id, string Title);
}
