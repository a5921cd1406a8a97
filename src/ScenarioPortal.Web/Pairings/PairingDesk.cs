using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Files;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Pairings;

/// <summary>Carries out what somebody does about a pairing: done, written down and told to the other side in one transaction.</summary>
internal sealed class PairingDesk(
    PortalDbContext db, IOptions<PairingRules> rules, PairingFiles files, Notifier notifier, MatchLog matches, Certificates certificates, AuditTrail audit, TimeProvider time)
{
    /// <summary>Begins one, from the side that the person stands on.</summary>
    /// <exception cref="RuleBrokenException">The two are paired already, or cannot be.</exception>
    public async Task<Pairing> BeginAsync(Opportunity need, Capability capability, PairingSide side, Opening opening, Person person, CancellationToken cancellation)
    {
        var (now, by) = (time.GetUtcNow(), new Actor(side, person.AccountId));
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
            PairingSide.Company => Pairing.Offer(pair, by, opening.Note, opening.Answers, rules.Value, now),
            PairingSide.Publisher => Pairing.Invite(pair, by, opening.Note, rules.Value, now),
            _ => Pairing.Propose(pair, PairingSides.OperatorOf(person)!.Value, by, opening.Note, rules.Value, now)
        };
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
    public async Task ActAsync(Pairing pairing, int revision, PairingSide side, Person person, Action<Actor, PairingRules, DateTimeOffset> act, CancellationToken cancellation, IReadOnlyList<Upload>? shown = null)
    {
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

        await db.SaveChangesAsync(cancellation);
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
internal sealed record Opening(string Note, IReadOnlyList<ConditionAnswer> Answers);
