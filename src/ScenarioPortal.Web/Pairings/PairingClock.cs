using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Pairings;

/// <summary>Reminds whoever is to answer, and lets what nobody answered lapse; both sides are told.</summary>
internal sealed class PairingClock(IDbContextFactory<PortalDbContext> databases, Notifier notifier, IOptions<PairingRules> rules, TimeProvider time)
{
    private const int AtOnce = 100;
    private const string Actor = "portal";
    private const long Lock = 20261127_15;

    /// <summary>How many lapsed. Rows that another node has in hand are left to it.</summary>
    public async Task<int> LapseAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var held = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT id AS "Value" FROM pairings WHERE answer_due_at < {now} AND state IN ('Proposed', 'Interested', 'Invited') ORDER BY answer_due_at, id LIMIT {AtOnce} FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellation);
        var over = await db.Pairings.Where(p => held.Contains(p.Id)).OrderBy(p => p.AnswerDueAt).ThenBy(p => p.Id).ToListAsync(cancellation);
        foreach (var pairing in over)
        {
            pairing.Lapse(rules.Value, now);
            db.Add(PairingActs.Of(pairing, PairingSide.Portal).By(Actor, now));
            foreach (var happening in PairingActs.Told(pairing, null))
            {
                await notifier.TellAsync(db, happening, cancellation);
            }
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return over.Count;
    }

    /// <summary>How many were reminded: once for each answer that is owed, in the morning so many days before.</summary>
    public async Task<int> RemindAsync(CancellationToken cancellation)
    {
        var turn = DailyMail.LastTurn(time.GetUtcNow());
        var day = turn.DayInShanghai().AddDays(rules.Value.ReminderDays);
        var until = day.EndInShanghai().ToUniversalTime();
        var from = until.AddDays(-1);
        var ending = $"/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        var owed = await db.Pairings.Where(p => p.AnswerDueAt > from && p.AnswerDueAt <= until && p.MovedAt < turn
            && !db.Notifications.Any(n => n.Kind == NotificationKind.PairingMoved && n.SubjectId == p.Id && n.Detail!.StartsWith("Remind/") && n.Detail.EndsWith(ending)))
            .OrderBy(p => p.Id).Take(AtOnce).ToListAsync(cancellation);

        // Whoever was suspended cannot answer; what they were asked lapses like everything else.
        var asked = owed.SelectMany(p => Owing(p).Select(p.OrganisationOf)).ToArray();
        var suspended = await db.Organisations.Where(o => asked.Contains(o.Id) && o.Status == OrganisationStatus.Suspended).Select(o => (Guid?)o.Id).ToListAsync(cancellation);
        var told = 0;
        foreach (var (pairing, side) in owed.SelectMany(p => Owing(p).Where(s => !suspended.Contains(p.OrganisationOf(s))).Select(side => (p, side))))
        {
            told += await notifier.TellAsync(db, PairingActs.Reminder(pairing, side), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return told;
    }

    private static IEnumerable<PairingSide> Owing(Pairing pairing) =>
        pairing.WaitsFor is { } side ? [side] : PairingTurn.Of(pairing.State, null);
}
