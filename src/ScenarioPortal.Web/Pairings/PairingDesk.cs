using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Files;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Pairings;

/// <summary>Carries out what somebody does about a pairing: done, written down and told to the other side in one transaction.</summary>
internal sealed class PairingDesk(
    PortalDbContext db, IDbContextFactory<PortalDbContext> databases, IOptions<PairingRules> rules, PairingFiles files, Notifier notifier, MatchLog matches, Certificates certificates, AuditTrail audit, TimeProvider time)
{
    /// <summary>Begins one, from the side that the person stands on.</summary>
    /// <exception cref="RuleBrokenException">The two are paired already, or cannot be.</exception>
    public async Task<Pairing> BeginAsync(Opportunity need, Capability capability, PairingSide side, Opening opening, Person person, CancellationToken cancellation)
    {
        var (now, by) = (time.GetUtcNow(), new Actor(side, person.AccountId));
        if (side is PairingSide.Company)
        {
            await RequireFirstAsync(need, capability, opening, cancellation);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var pair = new Pair
        {
            Need = need,
            Capability = capability,
            Scenario = await db.Scenarios.SingleAsync(s => s.Id == need.ScenarioId, cancellation),
            Number = await NumberAsync(now, cancellation)
        };
        var pairing = side switch
        {
            PairingSide.Company => Pairing.Offer(pair, by, opening.Note, opening.Answers, rules.Value, now, opening.Veiled),
            PairingSide.Publisher => Pairing.Invite(pair, by, opening.Note, rules.Value, now),
            _ => Pairing.Propose(pair, PairingSides.OperatorOf(person)!.Value, by, opening.Note, rules.Value, now)
        };
        await RequireStandingAsync(pairing, cancellation);
        db.Add(pairing);
        Note(pairing, side);
        await matches.ContactedAsync(db, pairing.OpportunityId, pairing.CapabilityId, cancellation);
        try
        {
            // Before anybody is told: a notification is let in only for a pairing that is there.
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RuleBrokenException("“{0}”与“{1}”已经在对接，不用再发起。", need.Title, capability.Title);
        }

        await TellAsync(pairing, person, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return pairing;
    }

    /// <summary>Does something about one that somebody has before their eyes as of this revision.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else did something about it meanwhile; nothing is changed.</exception>
    public async Task ActAsync(Pairing pairing, int revision, PairingSide side, Person person, Action<Actor, PairingRules, DateTimeOffset> act, CancellationToken cancellation, IReadOnlyList<Upload>? shown = null, bool leadsOn = true)
    {
        if (leadsOn)
        {
            await RequireStandingAsync(pairing, cancellation);
        }

        if (leadsOn && pairing.IsVeiled && await db.Pairings.Alive().AnyAsync(p => p.Id != pairing.Id && p.OpportunityId == pairing.OpportunityId && p.CapabilityId == pairing.CapabilityId, cancellation))
        {
            throw InvitedAlready();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var present = await db.Database.SqlQuery<int>($"SELECT revision AS \"Value\" FROM pairings WHERE id = {pairing.Id} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        if (present != revision || present != pairing.Revision)
        {
            throw new DbUpdateConcurrencyException($"Revision {revision} was seen, {present} is there.");
        }

        var before = pairing.Events.Count;
        act(new Actor(side, person.AccountId), rules.Value, time.GetUtcNow());
        if (pairing.Events.Count == before)
        {
            audit.Note(db, PairingActs.Shown(pairing, side));
        }
        else
        {
            Note(pairing, side);
            await TellAsync(pairing, person, cancellation);
            await CountAsync(pairing, cancellation);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw InvitedAlready();
        }

        if (pairing.Events.Count > before && pairing.Events[^1] is { Action: PairingAction.Confirm, State: PairingState.Verified })
        {
            await certificates.IssueAsync(pairing, cancellation);
        }

        if (shown is { Count: > 0 })
        {
            // After the event: a file is let in only beside words that are there.
            files.Add(pairing, pairing.Events[^1], shown);
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>
    /// The publisher answers an interest without a name. It does not see the row, so the portal itself writes it: what the database gave this person of it says that it is theirs
    /// to answer.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else did something about it meanwhile; nothing is changed.</exception>
    public async Task AnswerAsync(VeiledInterest interest, int revision, Person person, Action<Pairing, Actor, PairingRules, DateTimeOffset> act, CancellationToken cancellation)
    {
        await using var work = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await work.Database.BeginTransactionAsync(cancellation);
        await work.Database.ExecuteSqlAsync($"SELECT 1 FROM pairings WHERE id = {interest.Id} FOR UPDATE", cancellation);
        var pairing = await work.Pairings.SingleAsync(p => p.Id == interest.Id, cancellation);
        if (pairing.Revision != revision || !pairing.IsVeiled)
        {
            throw new DbUpdateConcurrencyException($"Revision {revision} was seen, {pairing.Revision} is there.");
        }

        act(pairing, new Actor(PairingSide.Publisher, person.AccountId), rules.Value, time.GetUtcNow());
        if (!pairing.Events[^1].Action.Ends && await work.Organisations.AnyAsync(o => o.Id == pairing.CompanyId && o.Status == OrganisationStatus.Suspended, cancellation))
        {
            // Which one was suspended everyone can read, so this does not say why.
            throw new RuleBrokenException("现在还不能同意这次对接，请过几天再答复，或者婉拒。");
        }

        if (!pairing.Events[^1].Action.Ends)
        {
            await RequireStandingAsync(pairing, cancellation);
        }

        audit.Note(work, PairingActs.Of(pairing, PairingSide.Publisher));
        foreach (var happening in PairingActs.Told(pairing, person.AccountId))
        {
            await notifier.TellAsync(work, happening, cancellation);
        }

        try
        {
            await work.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RuleBrokenException("这家企业您已经邀请过，请在那次对接里等它答复。");
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>
    /// Tells the other sides of what an organisation has under way that it was suspended, or is back. Whoever hides from a publisher is not told of to it: who was suspended is public.
    /// </summary>
    public async Task TellOthersAsync(Organisation organisation, string what, CancellationToken cancellation)
    {
        await using var work = await databases.CreateDbContextAsync(cancellation);
        var others = await work.Pairings.Alive().Where(p => p.State != PairingState.Scaled && (p.PublisherId == organisation.Id || (p.CompanyId == organisation.Id && !p.IsVeiled)))
            .OrderBy(p => p.Id).Select(p => new { p.Id, p.NeedTitle, Other = p.PublisherId == organisation.Id ? p.CompanyId : p.PublisherId }).ToListAsync(cancellation);
        await notifier.TellEditorsAsync(db, [.. others.Select(o => new Happening { Kind = NotificationKind.PairingMoved, SubjectId = o.Id, Title = o.NeedTitle, Detail = $"{what}//", EditorsOf = o.Other })], cancellation);
    }

    /// <summary>While one of the two is suspended nothing goes on; either may still end it.</summary>
    private async Task RequireStandingAsync(Pairing pairing, CancellationToken cancellation)
    {
        if (await db.Organisations.Where(o => (o.Id == pairing.PublisherId || o.Id == pairing.CompanyId) && o.Status == OrganisationStatus.Suspended)
            .Select(o => o.Name).FirstOrDefaultAsync(cancellation) is { } suspended)
        {
            throw new RuleBrokenException("“{0}”已被主管部门暂停，恢复之前这次对接不能往下走。已经写下的都在，任何一方都可以结束它。", suspended);
        }
    }

    /// <summary>A company asks once, with its name or without; and who does not want to be known does not write who they are.</summary>
    private async Task RequireFirstAsync(Opportunity need, Capability capability, Opening opening, CancellationToken cancellation)
    {
        var company = opening.Veiled ? await db.Organisations.Where(o => o.Id == capability.OrganisationId).Select(o => o.Name).SingleAsync(cancellation) : null;
        if (company is not null && opening.Answers.Select(a => a.Text).Append(opening.Note).Any(t => t.Contains(company, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RuleBrokenException("暂不署名的意向里不能写出单位名称，请改一下再发。");
        }

        if (await db.Pairings.Alive().AnyAsync(p => p.OpportunityId == need.Id && p.CapabilityId == capability.Id, cancellation))
        {
            throw new RuleBrokenException("“{0}”与“{1}”已经在对接，不用再发起。", need.Title, capability.Title);
        }
    }

    /// <summary>An interest without a name stands beside an invitation, but does not get one beside it.</summary>
    private static RuleBrokenException InvitedAlready() => new RuleBrokenException("对方已经邀请了本单位，请直接答复那次邀请，这份意向可以撤回。");

    /// <summary>Writes down and tells what was done about several at once, in the transaction of whoever did it.</summary>
    public async Task ToldAsync(IReadOnlyList<Pairing> ended, PairingSide side, Person person, CancellationToken cancellation)
    {
        foreach (var pairing in ended)
        {
            Note(pairing, side);
            await TellAsync(pairing, person, cancellation);
        }
    }

    private async Task<string> NumberAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var next = await db.Database.SqlQuery<long>($"SELECT nextval('pairing_numbers') AS \"Value\"").SingleAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{now.DayInShanghai():yyyy}-对-{next:0000}");
    }

    private void Note(Pairing pairing, PairingSide side) => audit.Note(db, PairingActs.Of(pairing, side));

    /// <summary>That two agreed teaches what fits.</summary>
    private Task CountAsync(Pairing pairing, CancellationToken cancellation) => pairing.Events[^1] is { Action: PairingAction.Confirm, State: PairingState.Agreed }
        ? matches.AgreedAsync(db, pairing.OpportunityId, pairing.CapabilityId, cancellation)
        : Task.CompletedTask;

    private async Task TellAsync(Pairing pairing, Person person, CancellationToken cancellation)
    {
        foreach (var happening in PairingActs.Told(pairing, person.AccountId))
        {
            await notifier.TellAsync(db, happening, cancellation);
        }
    }
}

/// <summary>What whoever begins a pairing says.</summary>
internal sealed record Opening(string Note, IReadOnlyList<ConditionAnswer> Answers, bool Veiled = false);
