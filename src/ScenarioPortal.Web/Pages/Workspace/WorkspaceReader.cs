using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Data.Questions;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>Reads what somebody's workspace shows: what waits, what is written, what their organisations have on the lists.</summary>
internal sealed class WorkspaceReader(PortalDbContext db, IOptions<PublicationRules> rules, TimeProvider time)
{
    private const int Shown = 100;
    private const int OffersWithFits = 10;
    private const int FitsEach = 3;

    public Task<List<Written>> CopiesAsync(Person person, CancellationToken cancellation) =>
        db.WorkingCopies.VisibleTo(person).OrderByDescending(c => c.SavedAt).Take(Shown).Select(c => new Written
        {
            Copy = c,
            Remarks = c.HandedInAt == null ? db.Submissions.Where(s => s.SubjectId == c.SubjectId).OrderByDescending(s => s.Number).Select(s => s.Remarks).FirstOrDefault() : null
        }).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Asked>> QuestionsAsync(Person person, CancellationToken cancellation)
    {
        var questions = await (
            from question in db.Questions.EditableBy(person).Unanswered()
            join need in db.Opportunities on question.OpportunityId equals need.Id
            orderby question.AskedAt, question.Id
            select new { question.Id, question.Text, question.AskedAt, need.Title, need.Deadline }).Take(Shown).ToListAsync(cancellation);
        return [.. questions.Select(q => new Asked(q.Id, q.Title, q.Text, rules.Value.AnswerDueAt(q.AskedAt, q.Deadline))).OrderBy(q => q.DueAt)];
    }

    /// <summary>What waits for a side that the person may act for, the most urgent first.</summary>
    public async Task<IReadOnlyList<Waited>> PairingsAsync(Person person, CancellationToken cancellation)
    {
        var mine = person.Edits.ToArray();
        var waiting = await (
            from p in db.Pairings
            where p.AnswerDueAt != null
            let asked = p.SuggestedBy ?? (p.Proof.PlanAgreedAt == null ? p.Proof.PlanBy : null)
            where (mine.Contains(p.PublisherId) && !p.IsVeiled && (p.State == PairingState.Proposed || p.State == PairingState.Interested || asked == PairingSide.Company))
                || (mine.Contains(p.CompanyId) && (p.State == PairingState.Proposed || p.State == PairingState.Invited || asked == PairingSide.Publisher))
            orderby p.AnswerDueAt, p.Id
            select new Waited(p.Id, p.NeedTitle, p.State, p.SuggestedStep, p.SuggestedBy == null && asked != null, p.AnswerDueAt!.Value,
                db.Organisations.Where(o => o.Id == (mine.Contains(p.PublisherId) ? p.CompanyId : p.PublisherId)).Select(o => o.Name).First())).Take(Shown).ToListAsync(cancellation);
        var veiled = (await db.VeiledFor(person).Where(v => v.AnswerDueAt != null && mine.Contains(v.PublisherId)).OrderBy(v => v.AnswerDueAt).Take(Shown).ToListAsync(cancellation))
            .Select(v => new Waited(v.Id, v.NeedTitle, v.Standing, null, false, v.AnswerDueAt!.Value, null));
        return [.. waiting.Concat(veiled).OrderBy(w => w.DueAt).ThenBy(w => w.Id).Take(Shown)];
    }

    /// <summary>Hours that are ahead: those that wait for the person's answer, and those that both sides agreed on.</summary>
    public Task<List<Meeting>> MeetingsAsync(Person person, CancellationToken cancellation)
    {
        var (own, mine, now) = (person.Reads.ToArray(), person.Edits.ToArray(), time.GetUtcNow());
        return (
            from meeting in db.PairingMeetings
            join pairing in db.Pairings on meeting.PairingId equals pairing.Id
            where meeting.StartsAt > now
                && ((meeting.State == MeetingState.Accepted && (own.Contains(pairing.PublisherId) || own.Contains(pairing.CompanyId)))
                    || (meeting.State == MeetingState.Proposed
                        && ((meeting.Side == PairingSide.Company && mine.Contains(pairing.PublisherId)) || (meeting.Side == PairingSide.Publisher && mine.Contains(pairing.CompanyId)))))
            orderby meeting.StartsAt, meeting.Id
            select new Meeting(meeting.Id, pairing.Id, pairing.NeedTitle, meeting.Subject, meeting.Place, meeting.StartsAt, meeting.State == MeetingState.Proposed)).Take(Shown).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Confirmation>> ConfirmationsAsync(Person person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var asked = await db.Capabilities.AsNoTracking().EditableBy(person).ToConfirm().OrderBy(c => c.ConfirmationAskedAt).ThenBy(c => c.Id).Take(Shown)
            .Select(c => new { c.Id, c.Title, AskedAt = c.ConfirmationAskedAt!.Value }).ToListAsync(cancellation);
        return [.. asked.Select(c => new Confirmation(c.Id, c.Title, c.AskedAt.AddDays(Capability.ConfirmWithinDays), now))];
    }

    public Task<List<Need>> NeedsAsync(Person person, CancellationToken cancellation)
    {
        var mine = person.Reads.ToArray();
        return db.Opportunities.Where(o => mine.Contains(o.PublisherId!.Value)).OrderByDescending(o => o.UpdatedAt).Take(Shown)
            .Select(o => new Need(o.Id, o.Title, o.Number, o.Status, o.Ending, o.UpdatedAt, db.WorkingCopies.Where(c => c.SubjectId == o.Id).Select(c => (Guid?)c.Id).FirstOrDefault(),
                db.Matches.Count(m => m.OpportunityId == o.Id), db.Questions.Count(q => q.OpportunityId == o.Id))).ToListAsync(cancellation);
    }

    public Task<List<Offer>> OffersAsync(Person person, CancellationToken cancellation)
    {
        var mine = person.Reads.ToArray();
        return db.Capabilities.Where(c => mine.Contains(c.OrganisationId!.Value)).OrderByDescending(c => c.UpdatedAt).Take(Shown)
            .Select(c => new Offer(c.Id, c.Title, c.Number, c.Status, c.UpdatedAt, db.WorkingCopies.Where(w => w.SubjectId == c.Id).Select(w => (Guid?)w.Id).FirstOrDefault(),
                db.Matches.Count(m => m.CapabilityId == c.Id))).ToListAsync(cancellation);
    }

    public Task<List<OfferFits>> FitsAsync(Person person, CancellationToken cancellation)
    {
        var (mine, today) = (person.Reads.ToArray(), time.Today);
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

    internal sealed record Written
    {
        public required WorkingCopy Copy { get; init; }

        public IReadOnlyList<FieldRemark>? Remarks { get; init; }
    }

    internal sealed record Asked(Guid Id, string Need, string Text, DateTimeOffset DueAt);

    /// <param name="Id">Of the pairing.</param>
    /// <param name="Need">What its need is called.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Step">What the other side says is done.</param>
    /// <param name="IsPlan">It is the plan that waits.</param>
    /// <param name="DueAt">By when.</param>
    /// <param name="Other">The other side; null where it did not give its name.</param>
    internal sealed record Waited(Guid Id, string Need, PairingState State, PairingState? Step, bool IsPlan, DateTimeOffset DueAt, string? Other);

    internal sealed record Meeting(Guid Id, Guid PairingId, string Need, string Subject, string Place, DateTimeOffset StartsAt, bool IsOwed);

    internal sealed record Need(Guid Id, string Title, string? Number, OpportunityStatus Status, OpportunityEnding? Ending, DateTimeOffset UpdatedAt, Guid? CopyId, int Matches, int Questions);

    internal sealed record OfferFits(Guid Id, string Title, IReadOnlyList<Fit> Needs);

    internal sealed record Fit(Guid Id, string Title, DateOnly? Deadline, IReadOnlyList<MatchReason> Reasons);

    internal sealed record Offer(Guid Id, string Title, string? Number, CapabilityStatus Status, DateTimeOffset UpdatedAt, Guid? CopyId, int Matches);
}
