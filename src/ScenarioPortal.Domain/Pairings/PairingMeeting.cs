namespace ScenarioPortal.Domain.Pairings;

/// <summary>An hour at which the two sides meet (碰面): one proposes it, the other accepts or declines. Another hour is another proposal.</summary>
public sealed class PairingMeeting
{
    public const int SubjectMaxLength = 100;
    public const int PlaceMaxLength = 300;
    public const int AnswerMaxLength = 300;
    public const int MinutesMin = 15;
    public const int MinutesMax = 480;

    /// <summary>Nobody plans further ahead than this.</summary>
    public const int DaysAhead = 365;

    public PairingMeeting(Pairing pairing, Actor by, MeetingPlan plan, DateTimeOffset now)
    {
        Rule.Require(by is { Side: PairingSide.Publisher or PairingSide.Company, AccountId: not null }, "只有双方可以约时间。");
        Rule.Require(!string.IsNullOrWhiteSpace(plan.Subject) && plan.Subject.Trim().Length <= SubjectMaxLength, "请写明谈什么，不超过 {0} 字。", SubjectMaxLength);
        Rule.Require(!string.IsNullOrWhiteSpace(plan.Place) && plan.Place.Trim().Length <= PlaceMaxLength, "请写地点或会议链接，不超过 {0} 字。", PlaceMaxLength);
        Rule.Require(plan.Minutes is >= MinutesMin and <= MinutesMax, "时长在 {0} 到 {1} 分钟之间。", MinutesMin, MinutesMax);
        Rule.Require(plan.StartsAt > now && plan.StartsAt < now.AddDays(DaysAhead), "请选一个还没有过、一年以内的时间。");
        pairing.RequireTalk(now);
        (PairingId, Side, AccountId, ProposedAt) = (pairing.Id, by.Side, by.AccountId!.Value, now);
        (Subject, Place, StartsAt, Minutes) = (plan.Subject.Trim(), plan.Place.Trim(), plan.StartsAt.ToUniversalTime(), plan.Minutes);
    }

    private PairingMeeting()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PairingId { get; private init; }

    /// <summary>Who proposed it.</summary>
    public PairingSide Side { get; private init; }

    public Guid AccountId { get; private init; }

    public DateTimeOffset ProposedAt { get; private init; }

    public string Subject { get; private init; } = "";

    /// <summary>Where, or a link under which one meets.</summary>
    public string Place { get; private init; } = "";

    public DateTimeOffset StartsAt { get; private init; }

    public int Minutes { get; private init; }

    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    public MeetingState State { get; private set; }

    /// <summary>Who accepted, declined or called it off, and with which sentence.</summary>
    public PairingSide? AnsweredSide { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? Answer { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>For calendars: what was called off replaces what was accepted.</summary>
    public int Sequence => State is MeetingState.CalledOff ? 1 : 0;

    /// <summary>It stands, or stood, in calendars.</summary>
    public bool IsInCalendars { get; private set; }

    public bool WaitsFor(PairingSide side, DateTimeOffset now) => AnswersOf(side, now).Contains(MeetingState.Accepted);

    public bool IsAhead(DateTimeOffset now) => StartsAt > now;

    /// <summary>What a side may make of it now.</summary>
    public IEnumerable<MeetingState> AnswersOf(PairingSide side, DateTimeOffset now) => side is not (PairingSide.Publisher or PairingSide.Company) || !IsAhead(now) ? []
        : State switch
        {
            MeetingState.Proposed when side != Side => [MeetingState.Accepted, MeetingState.Declined],
            MeetingState.Proposed or MeetingState.Accepted => [MeetingState.CalledOff],
            _ => []
        };

    public void Become(MeetingState state, Actor by, string? answer, DateTimeOffset now)
    {
        Rule.Require(AnswersOf(by.Side, now).Contains(state), "这个时间已经过了，或者已经有了答复，请刷新页面看现在的情况。");
        Rule.Require(answer is not { Length: > AnswerMaxLength }, "说明不超过 {0} 字。", AnswerMaxLength);
        Rule.Require(state is MeetingState.Accepted || !string.IsNullOrWhiteSpace(answer), "请写一句原因，对方会看到，不超过 {0} 字。", AnswerMaxLength);
        (State, AnsweredSide, AnsweredBy, AnsweredAt) = (state, by.Side, by.AccountId, now);
        Answer = string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();
        IsInCalendars = IsInCalendars || state is MeetingState.Accepted;
        Revision++;
    }
}

/// <summary>When, how long, where and about what.</summary>
public sealed record MeetingPlan(string Subject, string Place, DateTimeOffset StartsAt, int Minutes);
