using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Pairings;

/// <summary>Reads what the sides of a pairing say to one another, show one another, and when they meet; nothing for whoever does not take part.</summary>
internal sealed class PairingTogether(PortalDbContext db, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>The newest at the bottom; part 1 has the newest of all. Null for whoever does not take part.</summary>
    public async Task<TalkView?> TalkAsync(Pairing pairing, Person person, int part, CancellationToken cancellation)
    {
        var (asPublisher, asCompany) = (person.MayRead(pairing.PublisherId), person.MayRead(pairing.CompanyId));
        if (!person.LeavesItToTheDatabase && !asPublisher && !asCompany && !(pairing.OperatorId is { } op && person.MayRead(op)))
        {
            return null;
        }

        var around = await db.Pairings.TalkedIn(person).Where(p => p.Id == pairing.Id).Select(p => new
        {
            Publisher = db.Organisations.Where(o => o.Id == p.PublisherId).Select(o => o.Name).First(),
            Company = db.Organisations.Where(o => o.Id == p.CompanyId).Select(o => o.Name).First(),
            Operator = db.Organisations.Where(o => o.Id == p.OperatorId).Select(o => o.Name).FirstOrDefault(),
            Total = db.PairingMessages.Count(m => m.PairingId == p.Id),
            Unread = db.PairingMessages.Count(m => m.PairingId == p.Id
                && ((asPublisher && m.Side != PairingSide.Publisher && m.PublisherReadAt == null) || (asCompany && m.Side != PairingSide.Company && m.CompanyReadAt == null)))
        }).SingleOrDefaultAsync(cancellation);
        if (around is null)
        {
            return null;
        }

        var parts = Math.Max(1, (around.Total + PageSize - 1) / PageSize);
        part = Math.Clamp(part, 1, parts);
        var messages = around.Total == 0 ? [] : await db.PairingMessages.AsNoTracking().Where(m => m.PairingId == pairing.Id)
            .OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Skip((part - 1) * PageSize).Take(PageSize)
            .Select(m => new TalkView.Words
            {
                Message = m,
                Files = db.PairingFiles.Where(f => f.MessageId == m.Id).OrderBy(f => f.Id).Select(f => new FileLine(f.Id, f.Name, f.ContentType, f.Size)).ToList()
            }).ToListAsync(cancellation);
        messages.Reverse();
        return new TalkView
        {
            Subject = pairing,
            Names = new Names(around.Publisher, around.Company, around.Operator),
            Sides = pairing.SidesOf(person),
            Said = messages,
            Part = part,
            Parts = parts,
            Unread = around.Unread,
            Now = time.GetUtcNow()
        };
    }

    /// <summary>By the number of the event that they show.</summary>
    public async Task<ILookup<int, FileLine>> FilesOfStepsAsync(Guid pairing, Person person, CancellationToken cancellation) =>
        (await db.PairingFiles.VisibleTo(person, db).Where(f => f.PairingId == pairing && f.EventNumber != null).OrderBy(f => f.Id)
            .Select(f => new { Number = f.EventNumber!.Value, Line = new FileLine(f.Id, f.Name, f.ContentType, f.Size) }).ToListAsync(cancellation))
        .ToLookup(f => f.Number, f => f.Line);

    public Task<List<PairingMeeting>> MeetingsAsync(Guid pairing, Person person, CancellationToken cancellation) =>
        db.PairingMeetings.AsNoTracking().VisibleTo(person, db).Where(m => m.PairingId == pairing).OrderByDescending(m => m.StartsAt).ThenBy(m => m.Id).Take(100).ToListAsync(cancellation);
}

/// <summary>Who the three are.</summary>
internal sealed record Names(string Publisher, string Company, string? Operator)
{
    public string Of(PairingSide side) => side switch
    {
        PairingSide.Publisher => Publisher,
        PairingSide.Company => Company,
        _ => Operator ?? ""
    };
}

/// <summary>A file to save.</summary>
internal sealed record FileLine(Guid Id, string Name, string ContentType, long Size);

/// <summary>One part of what was said, and the form below it.</summary>
internal sealed record TalkView
{
    public required Pairing Subject { get; init; }

    public required Names Names { get; init; }

    /// <summary>For which the reader may write.</summary>
    public required IReadOnlyList<PairingSide> Sides { get; init; }

    public required IReadOnlyList<Words> Said { get; init; }

    public required int Part { get; init; }

    public required int Parts { get; init; }

    /// <summary>What the other side wrote and the reader's own has not marked as read.</summary>
    public required int Unread { get; init; }

    public required DateTimeOffset Now { get; init; }

    public bool MayWrite => Sides.Count > 0 && Subject.MayTalk(Now);

    // As the form has them.
    public PairingSide? Side => Sides.Count > 0 ? Sides[0] : null;

    public string? Text { get; init; }

    public List<IFormFile> Files { get; init; } = [];

    internal sealed record Words
    {
        public required PairingMessage Message { get; init; }

        public required List<FileLine> Files { get; init; }
    }
}
