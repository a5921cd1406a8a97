using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Choosing;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Notifications;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Choosing;

/// <summary>Carries out what publisher and experts do about a choice: done, written down and told in one transaction, one after the other.</summary>
internal sealed class ChoiceDesk(PortalDbContext db, ComparisonReader comparison, PairingDesk pairings, IOptions<PairingRules> rules, Notifier notifier, AuditTrail audit, TimeProvider time)
{
    /// <exception cref="RuleBrokenException">One is under way already, or cannot begin.</exception>
    public async Task<Choice> BeginAsync(Opportunity need, IReadOnlyList<ChoiceCriterion> criteria, IReadOnlyCollection<Guid> experts, Person person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (choice, dossiers) = Choice.Begin(need, await comparison.ReadAsync(need, person, cancellation), criteria, now);
        db.Add(choice);
        db.AddRange(dossiers);
        Note(choice, "choice.begin", new { candidates = choice.Candidates.Select(c => c.PairingId), weights = criteria.Select(c => c.Weight) });
        Appoint(choice, experts, now);
        try
        {
            // Before anybody is told: a notification is let in only for a choice that is there.
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RuleBrokenException("这条需求已经有一次比选在进行。");
        }

        await AskAsync(choice, experts, person, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return choice;
    }

    public Task AppointAsync(Guid id, IReadOnlyCollection<Guid> experts, Person person, CancellationToken cancellation) => ActAsync(id, db.Choices.EditableBy(person), async choice =>
    {
        Appoint(choice, experts, time.GetUtcNow());
        await AskAsync(choice, experts, person, cancellation);
    }, cancellation);

    public Task CloseAsync(Guid id, string why, Person person, CancellationToken cancellation) => ActAsync(id, db.Choices.EditableBy(person), async choice =>
    {
        choice.CloseFirstRound(why, time.GetUtcNow());
        Note(choice, "choice.close-round", new { handedIn = choice.HandedIn });
        await TellAsync(choice, ChoiceNotice.Together, h => h with { JudgesOf = choice.Id, By = person.AccountId }, cancellation);
    }, cancellation);

    public Task AbandonAsync(Guid id, string why, Person person, CancellationToken cancellation) => ActAsync(id, db.Choices.EditableBy(person), async choice =>
    {
        choice.Abandon(why, time.GetUtcNow());
        Note(choice, "choice.abandon", new { });
        await TellAsync(choice, ChoiceNotice.Over, h => h with { JudgesOf = choice.Id, By = person.AccountId }, cancellation);
    }, cancellation);

    public Task DeclareAsync(Guid id, Interests interests, string? note, Person person, CancellationToken cancellation) => ActAsync(id, db.Choices.JudgedBy(person), async choice =>
    {
        choice.Declare(person.AccountId!.Value, interests, note, time.GetUtcNow());
        Note(choice, "choice.declare", new { interests });
        if (interests is Interests.Conflict)
        {
            await TellAsync(choice, ChoiceNotice.Conflict, h => h with { EditorsOf = choice.PublisherId, By = person.AccountId }, cancellation);
        }

        await TellTogetherAsync(choice, person, cancellation);
    }, cancellation);

    public Task HandInAsync(Guid id, int round, IReadOnlyList<Mark> marks, string? why, Person person, CancellationToken cancellation) => ActAsync(id, db.Choices.JudgedBy(person), async choice =>
    {
        var me = person.AccountId!.Value;
        var place = choice.Experts.Where(e => e.AccountId == me).Select(e => e.Place).FirstOrDefault();
        var first = choice.Round == 2 ? await db.ChoiceOpinions.AsNoTracking().VisibleTo(person, db).SingleOrDefaultAsync(o => o.ChoiceId == id && o.Expert == place && o.Round == 1, cancellation) : null;
        var opinion = choice.HandIn(me, round, marks, first, why, time.GetUtcNow());
        db.Add(opinion);
        Note(choice, "choice.hand-in", new { round = opinion.Round, expert = opinion.Expert });
        if (opinion.Round == 1)
        {
            await TellTogetherAsync(choice, person, cancellation);
        }
        else if (choice.Awaited == 0)
        {
            await TellAsync(choice, ChoiceNotice.HandedIn, h => h with { EditorsOf = choice.PublisherId, By = person.AccountId }, cancellation);
        }
    }, cancellation);

    /// <exception cref="DbUpdateConcurrencyException">Something was done about it since it was seen as of this revision.</exception>
    public Task DecideAsync(Guid id, int revision, Guid? chosen, string why, Farewell farewell, Person person, CancellationToken cancellation) => ActAsync(id, db.Choices.EditableBy(person), async choice =>
    {
        if (choice.Revision != revision)
        {
            throw new DbUpdateConcurrencyException($"Revision {revision} was seen, {choice.Revision} is there.");
        }

        var compared = await LockedAsync([.. choice.Candidates.Select(c => c.PairingId)], person, cancellation);
        if (compared.Any(p => p.Id == chosen && person.MayEdit(p.CompanyId)))
        {
            throw new RuleBrokenException("您也代表这一家企业，请本单位的另一位成员来决定。");
        }

        var others = choice.Decide(new Actor(PairingSide.Publisher, person.AccountId), chosen, why, farewell, compared, rules.Value, time.GetUtcNow());
        Note(choice, "choice.decide", new { chosen, ended = others.Select(p => p.Id) });
        await pairings.ToldAsync(others, PairingSide.Publisher, person, cancellation);
        await TellAsync(choice, ChoiceNotice.Over, h => h with { JudgesOf = choice.Id, By = person.AccountId }, cancellation);
    }, cancellation);

    /// <summary>Tells those that still wait that another has agreed. Says how many.</summary>
    public async Task<int> TellOthersAsync(Opportunity need, Farewell farewell, Person person, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ids = await db.Pairings.EditableBy(person).Where(p => p.OpportunityId == need.Id && p.PublisherId == need.PublisherId).OrderBy(p => p.Id).Select(p => p.Id).ToArrayAsync(cancellation);
        var present = await LockedAsync(ids, person, cancellation);
        if (await db.Choices.EditableBy(person).UnderWay().AnyAsync(c => c.OpportunityId == need.Id, cancellation))
        {
            throw new RuleBrokenException("有一次比选还在进行，请在那里作决定。");
        }

        var told = Partings.TellOthers(present, new Actor(PairingSide.Publisher, person.AccountId), farewell, rules.Value, time.GetUtcNow());
        await pairings.ToldAsync(told, PairingSide.Publisher, person, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return told.Count;
    }

    /// <summary>One after the other: what two experts hand in at the same moment is counted twice.</summary>
    private async Task ActAsync(Guid id, IQueryable<Choice> choices, Func<Choice, Task> act, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.SqlQuery<int>($"SELECT revision AS \"Value\" FROM choices WHERE id = {id} FOR UPDATE").ToListAsync(cancellation);
        var choice = await choices.AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancellation) ?? throw new DbUpdateConcurrencyException("It is no longer this person's.");
        await act(choice);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<List<Pairing>> LockedAsync(Guid[] ids, Person person, CancellationToken cancellation)
    {
        await db.Database.SqlQuery<int>($"SELECT revision AS \"Value\" FROM pairings WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE").ToListAsync(cancellation);
        return await db.Pairings.EditableBy(person).Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancellation);
    }

    private void Appoint(Choice choice, IReadOnlyCollection<Guid> experts, DateTimeOffset now)
    {
        foreach (var expert in experts)
        {
            choice.Appoint(expert, now);
        }

        if (experts.Count > 0)
        {
            Note(choice, "choice.appoint", new { experts });
        }
    }

    private Task AskAsync(Choice choice, IReadOnlyCollection<Guid> experts, Person person, CancellationToken cancellation) =>
        experts.Count == 0 ? Task.CompletedTask : TellAsync(choice, ChoiceNotice.Asked, h => h with { Accounts = experts, By = person.AccountId }, cancellation);

    /// <summary>The first round is over with this.</summary>
    private async Task TellTogetherAsync(Choice choice, Person person, CancellationToken cancellation)
    {
        if (choice.State is ChoiceState.Together)
        {
            await TellAsync(choice, ChoiceNotice.Together, h => h with { JudgesOf = choice.Id, By = person.AccountId }, cancellation);
            await TellAsync(choice, ChoiceNotice.Ready, h => h with { EditorsOf = choice.PublisherId, By = person.AccountId }, cancellation);
        }
    }

    private Task<int> TellAsync(Choice choice, string what, Func<Happening, Happening> whom, CancellationToken cancellation) =>
        notifier.TellAsync(db, whom(new() { Kind = NotificationKind.ChoiceMoved, SubjectId = choice.Id, Title = choice.NeedTitle, Detail = what }), cancellation);

    private void Note(Choice choice, string action, object detail) =>
        audit.Note(db, new Act { Action = action, Organisation = choice.PublisherId, SubjectKind = nameof(Choice), Subject = choice.Id, Detail = detail });
}
