using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Data.Matches;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Data.Questions;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Matching;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Opportunities;

/// <summary>机会详情: what is needed, by whom, by when, under which conditions, and who fits and why.</summary>
internal sealed class DetailsModel(PortalDbContext db, LiveIndex index, IOptions<PublicationRules> rules, MatchLog log, TimeProvider time) : PageModel
{
    /// <summary>How many stand with their reasons; the others by name.</summary>
    private const int Explained = 3;

    /// <summary>With fewer than these it says why there are not more.</summary>
    private const int Few = 5;

    public Row Subject { get; private set; } = null!;

    public IReadOnlyList<Fit> Fits { get; private set; } = [];

    public IReadOnlyList<Name> OtherFits { get; private set; } = [];

    public int FitCount => Fits.Count + OtherFits.Count;

    /// <summary>What its required conditions do; worked out only where few fit.</summary>
    public MatchSurvey? Survey { get; private set; }

    /// <summary>The batch in which it was released.</summary>
    public Batch? Release { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => Now.DayInShanghai();

    /// <summary>Drafts and what is being reviewed are seen by their own organisation and their reviewers.</summary>
    public bool IsPublic => Subject.Status is OpportunityStatus.Released or OpportunityStatus.Closed;

    public bool IsOpen => Subject.Status is OpportunityStatus.Released && !(Subject.Deadline < Today);

    /// <summary>Null for visitors, who cannot.</summary>
    public bool? IsWatched { get; private set; }

    /// <summary>Answered ones, and those still waiting that this person may see, in the order in which they were asked.</summary>
    public IReadOnlyList<Asked> Questions { get; private set; } = [];

    public Asked? FirstAnswer => Questions.Where(q => q.AnsweredAt is not null).MinBy(q => q.AnsweredAt);

    public DateTimeOffset? QuestionsCloseAt => Subject.ReleasedAt is { } released ? rules.Value.QuestionsCloseAt(released, Subject.Deadline) : null;

    public bool TakesQuestions => IsOpen && Subject.PublisherId is not null && Now <= QuestionsCloseAt;

    public DateTimeOffset DueAt(Asked question) => rules.Value.AnswerDueAt(question.AskedAt, Subject.Deadline);

    public Ending? Ended => IsOpen ? null : Subject.Status is OpportunityStatus.Closed
        ? new Ending(Subject.Ending, Subject.ClosedAt, Subject.EndingNote)
        : new Ending(OpportunityEnding.Expired, Subject.Deadline?.EndInShanghai(), null);

    public IReadOnlyList<AttachmentLine> Files { get; private set; } = [];

    /// <summary>A text was changed after these matches were computed.</summary>
    public bool MatchesAreOld => Fits.Any(f => f.IsOld);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var subject = await ReadAsync(id, cancellation);
        if (subject is null)
        {
            return NotFound();
        }

        Subject = subject;
        Fits = await (
            from match in db.Matches.AsNoTracking().Of(id).BestFirst()
            join capability in db.Capabilities.Public() on match.CapabilityId equals capability.Id
            join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            select new Fit
            {
                CapabilityId = capability.Id,
                Title = capability.Title,
                Organisation = organisation.Name,
                Reasons = match.Reasons,
                IsOld = match.OpportunityRevision != subject.Revision || match.CapabilityRevision != capability.Revision
            }).Take(Explained).ToListAsync(cancellation);
        OtherFits = Fits.Count < Explained ? [] : await (
            from match in db.Matches.AsNoTracking().Of(id).BestFirst()
            join capability in db.Capabilities.Public() on match.CapabilityId equals capability.Id
            select new Name(capability.Id, capability.Title)).Skip(Explained).ToListAsync(cancellation);
        log.ShownFor(id, [.. Fits.Select(f => f.CapabilityId), .. OtherFits.Select(f => f.CapabilityId)]);
        Files = [.. (await db.Attachments.VisibleTo(HttpContext.Person, db).OfItem(id).AsNoTracking().ToListAsync(cancellation)).Select(a => new AttachmentLine(a.AsSubmitted))];
        Survey = FitCount < Few && IsOpen && index.Matcher.Need(id) is { } need ? index.Matcher.Survey(need, Few) : null;
        Questions = await QuestionsAsync(id, cancellation);
        IsWatched = HttpContext.Person is { IsComplete: true, AccountId: { } me } ? await db.Watches.AnyAsync(w => w.OpportunityId == id && w.AccountId == me, cancellation) : null;
        Release = await db.ListReleases.Public()
            .Where(r => r.Items.Any(i => i.SubjectId == id))
            .OrderBy(r => r.ReleasedAt)
            .Select(r => new Batch(r.Id, r.Title))
            .FirstOrDefaultAsync(cancellation);
        return Page();
    }

    private Task<List<Asked>> QuestionsAsync(Guid id, CancellationToken cancellation)
    {
        var (person, me) = (HttpContext.Person, HttpContext.Person.AccountId);
        return db.Questions.AsNoTracking().VisibleTo(person, db.QuestionAskers).Where(q => q.OpportunityId == id).OrderBy(q => q.AskedAt).ThenBy(q => q.Id)
            .Select(q => new Asked(q.Text, q.AskedAt, q.Answer, q.AnsweredAt, db.QuestionAskers.Any(a => a.QuestionId == q.Id && a.AccountId == me))).ToListAsync(cancellation);
    }

    private Task<Row?> ReadAsync(Guid id, CancellationToken cancellation) => (
        from opportunity in db.Opportunities.AsNoTracking().VisibleTo(HttpContext.Person, db.Scenarios)
        join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
        join publisher in db.Organisations on opportunity.PublisherId equals publisher.Id into publishers
        from publisher in publishers.DefaultIfEmpty()
        where opportunity.Id == id
        select new Row
        {
            Id = opportunity.Id,
            Number = opportunity.Number,
            Title = opportunity.Title,
            Description = opportunity.Description,
            FieldCode = opportunity.FieldCode,
            FieldText = opportunity.FieldText,
            Subfield = opportunity.Subfield,
            Technologies = opportunity.Technologies,
            Cooperation = opportunity.Cooperation,
            Investment = opportunity.Investment,
            BudgetMinimum = opportunity.BudgetMinimum,
            BudgetMaximum = opportunity.BudgetMaximum,
            BudgetNote = opportunity.BudgetNote,
            Deadline = opportunity.Deadline,
            DeadlineNote = opportunity.DeadlineNote,
            AcceptanceCriteria = opportunity.AcceptanceCriteria,
            Conditions = opportunity.Conditions,
            Contact = opportunity.Contact,
            Status = opportunity.Status,
            Ending = opportunity.Ending,
            EndingNote = opportunity.EndingNote,
            ClosedAt = opportunity.ClosedAt,
            ReleasedAt = opportunity.ReleasedAt,
            Revision = opportunity.Revision,
            Addenda = opportunity.Addenda.OrderByDescending(a => a.Number).ToList(),
            Publisher = publisher.Name,
            PublisherId = opportunity.PublisherId,
            RegionCode = scenario.RegionCode,
            Zone = scenario.Zone,
            LandingArea = scenario.LandingArea,
            Scale = scenario.Scale,
            Sphere = scenario.Sphere
        }).SingleOrDefaultAsync(cancellation);

    internal sealed record Row
    {
        public required Guid Id { get; init; }

        public string? Number { get; init; }

        public required string Title { get; init; }

        public required string Description { get; init; }

        public string? FieldCode { get; init; }

        public string? FieldText { get; init; }

        public string? Subfield { get; init; }

        public required IReadOnlyList<string> Technologies { get; init; }

        public string? Cooperation { get; init; }

        public string? Investment { get; init; }

        public decimal? BudgetMinimum { get; init; }

        public decimal? BudgetMaximum { get; init; }

        public string? BudgetNote { get; init; }

        public DateOnly? Deadline { get; init; }

        public string? DeadlineNote { get; init; }

        public string? AcceptanceCriteria { get; init; }

        public required IReadOnlyList<Condition> Conditions { get; init; }

        public string? Contact { get; init; }

        public required OpportunityStatus Status { get; init; }

        public OpportunityEnding? Ending { get; init; }

        public string? EndingNote { get; init; }

        public DateTimeOffset? ClosedAt { get; init; }

        public DateTimeOffset? ReleasedAt { get; init; }

        public required int Revision { get; init; }

        public required IReadOnlyList<Addendum> Addenda { get; init; }

        public string? Publisher { get; init; }

        public Guid? PublisherId { get; init; }

        public string? RegionCode { get; init; }

        public string? Zone { get; init; }

        public string? LandingArea { get; init; }

        public Scale? Scale { get; init; }

        public Sphere? Sphere { get; init; }
    }

    internal sealed record Fit
    {
        public required Guid CapabilityId { get; init; }

        public required string Title { get; init; }

        public string? Organisation { get; init; }

        public required IReadOnlyList<MatchReason> Reasons { get; init; }

        public required bool IsOld { get; init; }
    }

    internal sealed record Asked(string Text, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt, bool IsMine);

    internal sealed record Name(Guid CapabilityId, string Title);

    internal sealed record Batch(Guid Id, string Title);
}
