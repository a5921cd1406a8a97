using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Publication;

namespace ScenarioPortal.Web.Pages.Organisations;

/// <summary>企业主页: who this is, checked or not, and what it offers and needs; to its members also what waits for them.</summary>
internal sealed class DetailsModel(PortalDbContext db) : PageModel
{
    private const int ItemsShown = 50;
    private const int AnswersCounted = 500;

    public Row Subject { get; private set; } = null!;

    /// <summary>The contact person, where the reader may see one.</summary>
    public OrganisationContact? Contact { get; private set; }

    public IReadOnlyList<Item> Capabilities { get; private set; } = [];

    public IReadOnlyList<Item> Opportunities { get; private set; } = [];

    /// <summary>How it answers what companies ask about its needs; null before it has answered anything.</summary>
    public AnswerRecord? Answers { get; private set; }

    public Person Person => HttpContext.Person;

    public bool MayRead => Person.MayRead(Subject.Id);

    public bool MayEdit => Person.MayEdit(Subject.Id);

    public bool IsMember => Person.Seats.Any(s => s.OrganisationId == Subject.Id && s.ThroughOperatorId is null);

    public bool MayReview => Person.Reviews(Subject.RegionCode);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var subject = await db.Organisations.AsNoTracking().Where(o => o.Id == id).Select(o => new Row
        {
            Id = o.Id,
            Name = o.Name,
            Kind = o.Kind,
            Status = o.Status,
            CreditCode = o.CreditCode,
            RegionCode = o.RegionCode,
            Zone = o.Zone,
            Profile = o.Profile,
            Qualifications = o.Qualifications,
            Certificates = o.Certificates,
            ServiceRegionCodes = o.ServiceRegionCodes,
            Website = o.Website,
            Remarks = o.Remarks,
            SubmittedAt = o.SubmittedAt,
            HasLicence = db.StoredFiles.Any(f => f.OrganisationId == o.Id && f.Purpose == FilePurpose.Licence)
        }).SingleOrDefaultAsync(cancellation);
        if (subject is null)
        {
            return NotFound();
        }

        Subject = subject;
        Contact = await db.OrganisationContacts.AsNoTracking().VisibleTo(Person).SingleOrDefaultAsync(c => c.OrganisationId == id, cancellation);
        Capabilities = await db.Capabilities.Public().Where(c => c.OrganisationId == id).OrderByDescending(c => c.PublishedAt).ThenBy(c => c.Id)
            .Select(c => new Item(c.Id, c.Number, c.Title)).Take(ItemsShown).ToListAsync(cancellation);
        Opportunities = await db.Opportunities.Public().Where(o => o.PublisherId == id).OrderByDescending(o => o.ReleasedAt).ThenBy(o => o.Id)
            .Select(o => new Item(o.Id, o.Number, o.Title)).Take(ItemsShown).ToListAsync(cancellation);
        Answers = Opportunities.Count == 0 ? null : AnswerRecord.Of(await db.Questions.AsNoTracking().Where(q => q.PublisherId == id && q.AnsweredAt != null).OrderByDescending(q => q.AnsweredAt)
            .Select(q => new AnsweredQuestion(q.OpportunityId, q.AskedAt, q.AnsweredAt!.Value)).Take(AnswersCounted).ToListAsync(cancellation));
        return Page();
    }

    internal sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required OrganisationKind Kind { get; init; }

        public required OrganisationStatus Status { get; init; }

        public UnifiedSocialCreditCode? CreditCode { get; init; }

        public string? RegionCode { get; init; }

        public string? Zone { get; init; }

        public string? Profile { get; init; }

        public string? Qualifications { get; init; }

        public required IReadOnlyList<Certificate> Certificates { get; init; }

        public required IReadOnlyList<string> ServiceRegionCodes { get; init; }

        public string? Website { get; init; }

        public required IReadOnlyList<FieldRemark> Remarks { get; init; }

        public DateTimeOffset? SubmittedAt { get; init; }

        /// <summary>Known to members and reviewers only.</summary>
        public required bool HasLicence { get; init; }

        public bool WaitsForReview => Status is OrganisationStatus.Registered && SubmittedAt is not null;

        public bool IsToBeSubmitted => (Status is OrganisationStatus.Registered && SubmittedAt is null) || Status is OrganisationStatus.Returned;
    }

    internal sealed record Item(Guid Id, string? Number, string Title);
}
