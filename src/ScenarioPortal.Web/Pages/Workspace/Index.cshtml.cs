using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Questions;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>工作台: what waits for this person, then what they are writing, then what their organisations have on the lists.</summary>
internal sealed class IndexModel(PortalDbContext db, CodeBooks codeBooks, ProfileTexts profile, IOptions<PublicationRules> rules, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    private const int Shown = 100;
    private const int OffersWithFits = 10;
    private const int FitsEach = 3;

    public Person Person => HttpContext.Person;

    /// <summary>For whom this person may begin something: one seat for each organisation.</summary>
    public IReadOnlyList<Seat> Writers => [.. Person.Seats.Where(s => s.Role >= MemberRole.Editor).DistinctBy(s => s.OrganisationId)];

    /// <summary>Questions that this person may answer, the most urgent first.</summary>
    public IReadOnlyList<Asked> Questions { get; private set; } = [];

    /// <summary>Capabilities whose organisation is asked whether they are still current.</summary>
    public IReadOnlyList<Confirmation> Confirmations { get; private set; } = [];

    /// <summary>What has a day by which it is to be done, the most urgent first.</summary>
    public IEnumerable<object> Due => Questions.Select(q => (q.DueAt, Item: (object)q)).Concat(Confirmations.Select(c => (c.DueAt, Item: (object)c))).OrderBy(d => d.DueAt).Select(d => d.Item);

    /// <summary>Capabilities with a certificate that ends soon.</summary>
    public IReadOnlyList<EndingCertificate> Ending { get; private set; } = [];

    public int Todo => Returned.Count + Questions.Count + Confirmations.Count + Ending.Count;

    public IReadOnlyList<Written> Returned { get; private set; } = [];

    public IReadOnlyList<Written> Drafts { get; private set; } = [];

    public IReadOnlyList<Written> Waiting { get; private set; } = [];

    public IReadOnlyList<Need> Needs { get; private set; } = [];

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    /// <summary>Which open needs the released capabilities fit, best first.</summary>
    public IReadOnlyList<OfferFits> Fits { get; private set; } = [];

    public static ListKind KindOf(Seat seat) => seat.Kind is OrganisationKind.Government ? ListKind.Opportunities : ListKind.Capabilities;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var mine = Person.Reads.ToArray();
        var copies = await db.WorkingCopies.VisibleTo(Person).OrderByDescending(c => c.SavedAt).Take(Shown).Select(c => new Written
        {
            Copy = c,
            Remarks = c.HandedInAt == null ? db.Submissions.Where(s => s.SubjectId == c.SubjectId).OrderByDescending(s => s.Number).Select(s => s.Remarks).FirstOrDefault() : null
        }).ToListAsync(cancellation);
        Waiting = [.. copies.Where(c => c.Copy.HandedInAt is not null).OrderBy(c => c.Copy.HandedInAt)];
        Returned = [.. copies.Where(c => c.Copy is { HandedInAt: null, SubjectId: not null } && c.Remarks is { Count: > 0 }).OrderBy(c => c.Copy.SavedAt)];
        Drafts = [.. copies.Where(c => c.Copy.HandedInAt is null).Except(Returned)];
        Questions = await QuestionsAsync(cancellation);
        Confirmations = await ConfirmationsAsync(cancellation);
        Ending = await db.EndingCertificatesAsync(Person, time.Today, cancellation);
        Needs = await db.Opportunities.Where(o => mine.Contains(o.PublisherId!.Value)).OrderByDescending(o => o.UpdatedAt).Take(Shown)
            .Select(o => new Need(o.Id, o.Title, o.Number, o.Status, o.Ending, o.UpdatedAt, db.WorkingCopies.Where(c => c.SubjectId == o.Id).Select(c => (Guid?)c.Id).FirstOrDefault())).ToListAsync(cancellation);
        Offers = await db.Capabilities.Where(c => mine.Contains(c.OrganisationId!.Value)).OrderByDescending(c => c.UpdatedAt).Take(Shown)
            .Select(c => new Offer(c.Id, c.Title, c.Number, c.Status, c.UpdatedAt, db.WorkingCopies.Where(w => w.SubjectId == c.Id).Select(w => (Guid?)w.Id).FirstOrDefault())).ToListAsync(cancellation);
        Fits = Offers.Any(o => o.Status is CapabilityStatus.Published) ? await FitsAsync(mine, cancellation) : [];
    }

    /// <summary>Begins with an empty page; a capability with what its company has stated in its profile.</summary>
    public async Task<IActionResult> OnPostNewAsync(Guid organisation, CancellationToken cancellation) => Writers.FirstOrDefault(s => s.OrganisationId == organisation) is { } seat
        ? await BeginAsync(KindOf(seat), organisation, await profile.OfAsync(KindOf(seat), organisation, Person, cancellation), cancellation)
        : NotFound();

    /// <summary>Begins with what an earlier item of the same organisation says. Files are not taken along: they show another place, and would have to be removed again.</summary>
    public async Task<IActionResult> OnPostCloneAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } item)
        {
            return NotFound();
        }

        if (await db.Attachments.OfItem(id).AnyAsync(cancellation))
        {
            this.Flash(L["文字已经带过来，附件没有。要用的请在“附件”一步重新上传。"]);
        }

        return await BeginAsync(item.Kind, item.Organisation, item.Texts, cancellation);
    }

    /// <summary>Goes on with a draft that nobody is writing, such as an imported one; whoever presses twice, or second, comes to the same copy.</summary>
    public async Task<IActionResult> OnPostContinueAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { IsDraft: true } item)
        {
            return NotFound();
        }

        try
        {
            return await db.WorkingCopies.EditableBy(Person).Where(c => c.SubjectId == id).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellation) is { } copy
                ? Redirect(Links.Writing(copy))
                : await BeginAsync(item.Kind, item.Organisation, item.Texts, cancellation, subject: id);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Redirect(Links.Writing(await db.WorkingCopies.EditableBy(Person).Where(c => c.SubjectId == id).Select(c => c.Id).SingleAsync(cancellation)));
        }
    }

    /// <summary>What an item of an organisation says for which this person writes.</summary>
    private async Task<Item?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var edits = Person.Edits.ToArray();
        if (await db.Opportunities.SingleOrDefaultAsync(o => o.Id == id && edits.Contains(o.PublisherId!.Value), cancellation) is { } opportunity)
        {
            var scenario = await db.Scenarios.SingleAsync(s => s.Id == opportunity.ScenarioId, cancellation);
            return new Item(ListKind.Opportunities, opportunity.PublisherId!.Value, opportunity.Status is OpportunityStatus.Draft, WritingTexts.Of(opportunity, scenario, codeBooks.Current));
        }

        return await db.Capabilities.SingleOrDefaultAsync(c => c.Id == id && edits.Contains(c.OrganisationId!.Value), cancellation) is { } capability
            ? new Item(ListKind.Capabilities, capability.OrganisationId!.Value, capability.Status is CapabilityStatus.Draft, WritingTexts.Of(capability, codeBooks.Current))
            : null;
    }

    private async Task<IReadOnlyList<Asked>> QuestionsAsync(CancellationToken cancellation)
    {
        var questions = await (
            from question in db.Questions.EditableBy(Person).Unanswered()
            join need in db.Opportunities on question.OpportunityId equals need.Id
            orderby question.AskedAt, question.Id
            select new { question.Id, question.Text, question.AskedAt, need.Title, need.Deadline }).Take(Shown).ToListAsync(cancellation);
        return [.. questions.Select(q => new Asked(q.Id, q.Title, q.Text, rules.Value.AnswerDueAt(q.AskedAt, q.Deadline))).OrderBy(q => q.DueAt)];
    }

    private async Task<IReadOnlyList<Confirmation>> ConfirmationsAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var asked = await db.Capabilities.AsNoTracking().EditableBy(Person).ToConfirm().OrderBy(c => c.ConfirmationAskedAt).ThenBy(c => c.Id).Take(Shown)
            .Select(c => new { c.Id, c.Title, AskedAt = c.ConfirmationAskedAt!.Value }).ToListAsync(cancellation);
        return [.. asked.Select(c => new Confirmation(c.Id, c.Title, c.AskedAt.AddDays(Capability.ConfirmWithinDays), now))];
    }

    private Task<List<OfferFits>> FitsAsync(Guid[] mine, CancellationToken cancellation)
    {
        var today = time.Today;
        return db.Capabilities.AsNoTracking().Where(c => mine.Contains(c.OrganisationId!.Value) && c.Status == CapabilityStatus.Published)
            .OrderByDescending(c => c.UpdatedAt).ThenBy(c => c.Id).Take(OffersWithFits)
            .Select(c => new OfferFits(c.Id, c.Title, (
                from match in db.Matches
                join need in db.Opportunities on match.OpportunityId equals need.Id
                where match.CapabilityId == c.Id && need.Status == OpportunityStatus.Released && (need.Deadline == null || need.Deadline >= today)
                orderby match.Score descending, need.Id
                select new Fit(need.Id, need.Title, need.Deadline, match.Reasons)).Take(FitsEach).ToList()))
            .ToListAsync(cancellation);
    }

    private async Task<IActionResult> BeginAsync(ListKind kind, Guid organisation, IReadOnlyDictionary<string, string>? texts, CancellationToken cancellation, Guid? subject = null)
    {
        var copy = new WorkingCopy(kind, organisation, Person.AccountId!.Value, time.GetUtcNow(), texts, subject);
        db.Add(copy);
        audit.Note(db, new Act { Action = "writing.begin", Organisation = organisation, SubjectKind = kind.ToString(), Subject = copy.Id, Detail = subject is null ? null : new { item = subject } });
        await db.SaveChangesAsync(cancellation);
        return Redirect(Links.Writing(copy.Id));
    }

    private sealed record Item(ListKind Kind, Guid Organisation, bool IsDraft, IReadOnlyDictionary<string, string> Texts);

    internal sealed record Written
    {
        public required WorkingCopy Copy { get; init; }

        public IReadOnlyList<FieldRemark>? Remarks { get; init; }
    }

    internal sealed record Asked(Guid Id, string Need, string Text, DateTimeOffset DueAt);

    internal sealed record Need(Guid Id, string Title, string? Number, OpportunityStatus Status, OpportunityEnding? Ending, DateTimeOffset UpdatedAt, Guid? CopyId);

    internal sealed record OfferFits(Guid Id, string Title, IReadOnlyList<Fit> Needs);

    internal sealed record Fit(Guid Id, string Title, DateOnly? Deadline, IReadOnlyList<MatchReason> Reasons);

    internal sealed record Offer(Guid Id, string Title, string? Number, CapabilityStatus Status, DateTimeOffset UpdatedAt, Guid? CopyId);
}
