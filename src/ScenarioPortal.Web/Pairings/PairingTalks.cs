using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Files;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Pairings;

/// <summary>What the sides of a pairing say to one another, when they meet, and what each notes for itself: written down, noted in the trail and told in one transaction.</summary>
internal sealed class PairingTalks(PortalDbContext db, PairingFiles files, Notifier notifier, AuditTrail audit, TimeProvider time)
{
    /// <summary>Who has not read what they were told this long ago is not told of each message that follows.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    public async Task SayAsync(Pairing pairing, PairingSide side, string text, IReadOnlyList<Upload> uploads, Person person, CancellationToken cancellation)
    {
        var message = new PairingMessage(pairing, new Actor(side, person.AccountId), text, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Add(message);
        files.Add(message, pairing.OrganisationOf(side)!.Value, uploads);
        Note(pairing, side, "pairing.message", new { message = message.Id, files = uploads.Count });
        await TellAsync(pairing, side, $"{PairingNotice.Message}//", person, Quiet, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Marks what the other side wrote, up to this message, as read by the sides on which the person stands. Says how many there were.</summary>
    public async Task<int> ReadAsync(Pairing pairing, Guid last, Person person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var seen = db.PairingMessages.Where(m => m.PairingId == pairing.Id && m.At <= db.PairingMessages.Where(l => l.Id == last && l.PairingId == pairing.Id).Max(l => l.At));
        var count = 0;
        if (person.MayRead(pairing.PublisherId))
        {
            Mark(PairingSide.Publisher, await seen.Where(m => m.Side != PairingSide.Publisher && m.PublisherReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(m => m.PublisherReadAt, now), cancellation));
        }

        if (person.MayRead(pairing.CompanyId))
        {
            Mark(PairingSide.Company, await seen.Where(m => m.Side != PairingSide.Company && m.CompanyReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(m => m.CompanyReadAt, now), cancellation));
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return count;

        void Mark(PairingSide side, int read)
        {
            count += read;
            if (read > 0)
            {
                Note(pairing, side, "pairing.read", new { messages = read });
            }
        }
    }

    public async Task ProposeAsync(Pairing pairing, PairingSide side, MeetingPlan plan, Person person, CancellationToken cancellation)
    {
        var meeting = new PairingMeeting(pairing, new Actor(side, person.AccountId), plan, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Add(meeting);
        await NoteAsync(pairing, side, meeting, person, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody else answered meanwhile.</exception>
    public async Task AnswerAsync(Pairing pairing, PairingMeeting meeting, int revision, MeetingState state, PairingSide side, string? answer, Person person, CancellationToken cancellation)
    {
        if (revision != meeting.Revision)
        {
            throw new DbUpdateConcurrencyException($"Revision {revision} was seen, {meeting.Revision} is there.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        meeting.Become(state, new Actor(side, person.AccountId), answer, time.GetUtcNow());
        await NoteAsync(pairing, side, meeting, person, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody else of the same side wrote meanwhile.</exception>
    public async Task WriteAsync(Pairing pairing, PairingSide side, int revision, string? text, Person person, CancellationToken cancellation)
    {
        var organisation = pairing.OrganisationOf(side)!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // Two who begin it at once wait here for one another.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM pairings WHERE id = {pairing.Id} FOR UPDATE", cancellation);
        var note = await db.PairingNotes.VisibleTo(person).SingleOrDefaultAsync(n => n.PairingId == pairing.Id && n.OrganisationId == organisation, cancellation);
        if ((note?.Revision ?? 0) != revision)
        {
            throw new DbUpdateConcurrencyException($"Revision {revision} was seen, {note?.Revision} is there.");
        }

        if (note is null)
        {
            note = new PairingNote(pairing.Id, organisation);
            db.Add(note);
        }

        note.Write(text, person.AccountId!.Value, time.GetUtcNow());
        Note(pairing, side, "pairing.note", new { revision = note.Revision });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task NoteAsync(Pairing pairing, PairingSide side, PairingMeeting meeting, Person person, CancellationToken cancellation)
    {
        Note(pairing, side, "pairing.meeting", new { meeting = meeting.Id, state = meeting.State, at = meeting.StartsAt });
        await TellAsync(pairing, side, $"{PairingNotice.Meeting}/{meeting.State}/{meeting.StartsAt.InShanghai().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}", person, null, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private void Note(Pairing pairing, PairingSide side, string action, object detail) =>
        audit.Note(db, new Act { Action = action, Organisation = pairing.OrganisationOf(side), SubjectKind = nameof(Pairing), Subject = pairing.Id, Detail = detail });

    private async Task TellAsync(Pairing pairing, PairingSide by, string detail, Person person, TimeSpan? quiet, CancellationToken cancellation)
    {
        foreach (var side in new[] { PairingSide.Publisher, PairingSide.Company }.Where(s => s != by))
        {
            await notifier.TellAsync(db, new Happening
            {
                Kind = NotificationKind.PairingMoved,
                SubjectId = pairing.Id,
                Title = pairing.NeedTitle,
                Detail = detail,
                EditorsOf = pairing.OrganisationOf(side),
                QuietFor = quiet,
                By = person.AccountId
            }, cancellation);
        }
    }
}
