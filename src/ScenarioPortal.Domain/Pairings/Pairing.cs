using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Domain.Pairings;

/// <summary>
/// An opportunity and a capability that have really met (对接), from the first interest to scale-up. It holds nothing that only the two may read:
/// that stands in its events.
/// </summary>
public sealed class Pairing
{
    public const int NumberMaxLength = 40;

    private readonly List<PairingEvent> _events = [];

    private Pairing(Pair pair, Guid publisherId, Guid companyId)
    {
        Number = pair.Number;
        (OpportunityId, PublisherId, NeedTitle) = (pair.Need.Id, publisherId, pair.Need.Title);
        (CapabilityId, CompanyId, CapabilityTitle) = (pair.Capability.Id, companyId, pair.Capability.Title);
        (RegionCode, FieldCode) = (pair.Scenario.RegionCode, pair.Need.FieldCode);
    }

    private Pairing()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Such as 2026-对-0012.</summary>
    public string Number { get; private init; } = "";

    public Guid OpportunityId { get; private init; }

    public Guid CapabilityId { get; private init; }

    /// <summary>As it was called when it began: what was withdrawn since can be read by nobody else.</summary>
    public string NeedTitle { get; private init; } = "";

    public string CapabilityTitle { get; private init; } = "";

    public Guid PublisherId { get; private init; }

    public Guid CompanyId { get; private init; }

    /// <summary>Where the need was when it began, and in which field: by these pairings are counted and reviewed.</summary>
    public string? RegionCode { get; private init; }

    public string? FieldCode { get; private init; }

    /// <summary>Who put them together, if an operator did.</summary>
    public Guid? OperatorId { get; private init; }

    public PairingState State { get; private set; }

    /// <summary>The step that one side says is done and the other is to confirm.</summary>
    public PairingState? SuggestedStep { get; private set; }

    public PairingSide? SuggestedBy { get; private set; }

    public DateTimeOffset BeganAt { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>When somebody last did anything about it.</summary>
    public DateTimeOffset MovedAt { get; private set; }

    /// <summary>By when an answer is owed; null when nobody waits for one.</summary>
    public DateTimeOffset? AnswerDueAt { get; private set; }

    /// <summary>From when on it counts as stuck (卡住); null when nothing more is expected.</summary>
    public DateTimeOffset? StuckAt { get; private set; }

    /// <summary>Every state it came to.</summary>
    public IReadOnlyList<PairingStep> Steps { get; private set; } = [];

    /// <summary>What a pilot is to show and has shown.</summary>
    public PairingProof Proof { get; private set; } = new();

    /// <summary>The publisher does not learn which company it is (暂不署名); what ended so stays so.</summary>
    public bool IsVeiled { get; private set; }

    public PublicView PublisherShows { get; private set; } = PublicView.Steps;

    public PublicView CompanyShows { get; private set; } = PublicView.Steps;

    public int Revision { get; private set; } = 1;

    public IReadOnlyList<PairingEvent> Events => InOrder();

    /// <summary>What everyone may read of it: nothing before both have said yes.</summary>
    public PublicView Shown { get; private set; }

    /// <summary>Whose turn it is; null when it is that of both, or of nobody.</summary>
    public PairingSide? WaitsFor => PairingTurn.Of(State, AskedBy) is [var side] ? side : null;

    /// <summary>The plan waits for one side to agree, and no step is in between.</summary>
    public bool PlanWaits => SuggestedBy is null && State is PairingState.Engaged or PairingState.Agreed && Proof.PlanWaitsFor is not null;

    private PairingSide? AskedBy => SuggestedBy ?? (PlanWaits ? Proof.PlanBy : null);

    /// <summary>A company would like to, with its name or without: the publisher is to answer.</summary>
    public static Pairing Offer(Pair pair, Actor by, string note, IReadOnlyList<ConditionAnswer> answers, PairingRules rules, DateTimeOffset now, bool veiled = false) =>
        Begin(pair, null, PairingAction.Offer, by, note, answers, rules, now, veiled);

    /// <summary>A publisher asks a company: it is to answer.</summary>
    public static Pairing Invite(Pair pair, Actor by, string note, PairingRules rules, DateTimeOffset now) =>
        Begin(pair, null, PairingAction.Invite, by, note, [], rules, now);

    /// <summary>An operator puts both together: each is to answer.</summary>
    public static Pairing Propose(Pair pair, Guid operatorId, Actor by, string note, PairingRules rules, DateTimeOffset now) =>
        Begin(pair, operatorId, PairingAction.Propose, by, note, [], rules, now);

    public void Accept(Actor by, string? note, IReadOnlyList<ConditionAnswer> answers, PairingRules rules, DateTimeOffset now)
    {
        Check(answers);
        Do(PairingAction.Accept, by, rules, now, note, answers: answers);
    }

    public void Decline(Actor by, PairingReason reason, string note, PairingRules rules, DateTimeOffset now) => End(PairingAction.Decline, by, reason, note, rules, now);

    public void Withdraw(Actor by, PairingReason reason, string note, PairingRules rules, DateTimeOffset now) => End(PairingAction.Withdraw, by, reason, note, rules, now);

    public void Terminate(Actor by, PairingReason reason, string note, PairingRules rules, DateTimeOffset now) => End(PairingAction.Terminate, by, reason, note, rules, now);

    /// <summary>The company shows itself; the publisher answers by the same day.</summary>
    public void Reveal(Actor by, string? note, PairingRules rules, DateTimeOffset now) => Do(PairingAction.Reveal, by, rules, now, note);

    /// <summary>Says that a step is done; it counts once the other side has confirmed it.</summary>
    public void Suggest(Actor by, PairingState step, string note, PairingRules rules, DateTimeOffset now, int? rating = null)
    {
        RequireNote(note);
        Do(PairingAction.Suggest, by, rules, now, note, step, besides: new() { Rating = rating });
    }

    public void Confirm(Actor by, string? note, PairingRules rules, DateTimeOffset now, int? rating = null) =>
        Do(PairingAction.Confirm, by, rules, now, note, SuggestedStep, besides: new() { Rating = rating });

    public void Refuse(Actor by, string note, PairingRules rules, DateTimeOffset now)
    {
        RequireNote(note);
        Do(PairingAction.Refuse, by, rules, now, note, SuggestedStep);
    }

    public void TakeBack(Actor by, string? note, PairingRules rules, DateTimeOffset now) => Do(PairingAction.TakeBack, by, rules, now, note, SuggestedStep);

    /// <summary>Writes the plan, or writes it anew; the other side has then to agree again.</summary>
    public VerificationPlan WritePlan(Actor by, PlanContent content, string? note, PairingRules rules, DateTimeOffset now)
    {
        content.Check();
        Do(PairingAction.WritePlan, by, rules, now, note, besides: new() { ContentHash = ContentHash.Of(content) });
        return new VerificationPlan(Id, Proof.PlanNumber!.Value, content);
    }

    public void AgreePlan(Actor by, string? note, PairingRules rules, DateTimeOffset now) => Do(PairingAction.AgreePlan, by, rules, now, note);

    /// <summary>Says what the pilot showed, criterion by criterion.</summary>
    public VerificationResult WriteResult(Actor by, PlanContent plan, ResultContent content, string? note, PairingRules rules, DateTimeOffset now)
    {
        content.Check(plan);
        Do(PairingAction.WriteResult, by, rules, now, note, besides: new() { ContentHash = ContentHash.Of(content), Outcome = content.Outcome });
        return new VerificationResult(Id, Proof.ResultNumber!.Value, content);
    }

    /// <summary>Nobody answered in time.</summary>
    public void Lapse(PairingRules rules, DateTimeOffset now)
    {
        Rule.Require(!(AnswerDueAt >= now), "还没有到答复的最后时间。");
        Do(PairingAction.Lapse, Actor.Clock, rules, now, null);
    }

    /// <summary>Chooses how much of it everyone may read, as far as the own side is concerned.</summary>
    public void Show(PairingSide side, PublicView view, DateTimeOffset now)
    {
        Rule.Require(side is PairingSide.Publisher or PairingSide.Company, "只有双方可以选择公开多少。");
        (PublisherShows, CompanyShows) = side is PairingSide.Publisher ? (view, CompanyShows) : (PublisherShows, view);
        MovedAt = now;
        Shown = ShownNow();
        Revision++;
    }

    /// <summary>What a side may do now.</summary>
    public IEnumerable<PairingMove> MovesOf(PairingSide side) =>
        PairingMoves.For(State, SuggestedBy, side).Where(m => m.Action switch
        {
            PairingAction.AgreePlan => Proof.PlanWaitsFor == side,
            PairingAction.Reveal => IsVeiled,
            _ => true
        });

    /// <summary>The pairing that these events make of it: what was done, done again.</summary>
    public Pairing Replayed(IEnumerable<PairingEvent> events, PairingRules rules)
    {
        var copy = new Pairing
        {
            Id = Id,
            Number = Number,
            NeedTitle = NeedTitle,
            CapabilityTitle = CapabilityTitle,
            RegionCode = RegionCode,
            FieldCode = FieldCode,
            OpportunityId = OpportunityId,
            CapabilityId = CapabilityId,
            PublisherId = PublisherId,
            CompanyId = CompanyId,
            OperatorId = OperatorId,
            PublisherShows = PublisherShows,
            CompanyShows = CompanyShows
        };
        foreach (var happened in events)
        {
            copy.Take(happened, rules);
        }

        return copy;
    }

    private static Pairing Begin(
        Pair pair, Guid? operatorId, PairingAction action, Actor by, string note, IReadOnlyList<ConditionAnswer> answers, PairingRules rules, DateTimeOffset now,
        bool veiled = false)
    {
        RequireNote(note);
        Check(answers);
        Rule.Require(!veiled || !Names(pair.Capability.Title, note, answers), "暂不署名的意向里不能写出这项能力的名称，对方一看就知道您是谁。");
        var (need, capability) = (pair.Need, pair.Capability);
        Rule.Require(need.IsOpen(now), "“{0}”已经关闭，不能再对接。", need.Title);
        Rule.Require(capability.Status is CapabilityStatus.Published, "“{0}”没有公开，不能对接。", capability.Title);
        if (need.PublisherId is not { } publisher || capability.OrganisationId is not { } company)
        {
            throw new RuleBrokenException("清单上没有注明单位的一方，没有人能答复，不能对接。");
        }

        Rule.Require(publisher != company, "不能与本单位自己对接。");
        var pairing = new Pairing(pair, publisher, company) { OperatorId = operatorId };
        var move = PairingMoves.All.SingleOrDefault(m => m.State is null && m.Action == action && m.Side == by.Side);
        Rule.Require(move is not null, WrongSide(action is PairingAction.Invite ? PairingSide.Publisher : PairingSide.Company));
        pairing.Take(new PairingEvent
        {
            Number = 1,
            At = now,
            Side = by.Side,
            AccountId = by.AccountId,
            Action = action,
            State = move!.Becomes,
            Note = note.Trim(),
            Answers = [.. answers],
            Veiled = veiled
        }, rules);
        return pairing;
    }

    private void End(PairingAction action, Actor by, PairingReason reason, string note, PairingRules rules, DateTimeOffset now)
    {
        RequireNote(note);
        Do(action, by, rules, now, note, reason: reason);
    }

    private void Do(
        PairingAction action, Actor by, PairingRules rules, DateTimeOffset now, string? note,
        PairingState? step = null, PairingReason? reason = null, IReadOnlyList<ConditionAnswer>? answers = null, Besides besides = default)
    {
        Rule.Require(note is not { Length: > PairingEvent.NoteMaxLength }, "说明不超过 {0} 字。", PairingEvent.NoteMaxLength);
        var moves = MovesOf(by.Side).Where(m => m.Action == action).ToArray();
        Rule.Require(moves.Length > 0, WhyNot(action, by.Side));
        var leadsTo = action is PairingAction.Suggest or PairingAction.Confirm ? moves.FirstOrDefault(m => m.Becomes == step) : moves[0];
        Rule.Require(leadsTo is not null, "现在还到不了这一步，请刷新页面看最新进展。");
        Rule.Require(!IsAnswerToOneself(action, by.AccountId), "这是您自己提出的，请对方的另一位成员来答复。");
        if (action is PairingAction.Suggest or PairingAction.Confirm && Proof.MissingFor(step!.Value) is { } missing)
        {
            throw new RuleBrokenException(missing);
        }

        Rule.Require(besides.Rating is null or (>= 1 and <= PairingEvent.MaxRating), "评价是 1 到 {0} 分。", PairingEvent.MaxRating);
        Rule.Require(besides.Rating is null || (by.Side is PairingSide.Publisher && State is PairingState.Piloting), "只有需求方在试点结束时评价。");
        Take(new PairingEvent
        {
            Number = _events.Count + 1,
            At = now,
            Side = by.Side,
            AccountId = by.AccountId,
            Action = action,
            State = action is PairingAction.Suggest ? State : leadsTo!.Becomes,
            Step = step,
            Reason = reason,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            Answers = answers ?? [],
            ContentHash = besides.ContentHash,
            Outcome = besides.Outcome,
            Rating = besides.Rating
        }, rules);
    }

    /// <summary>Whether this account would say yes to its own words: who stands on both sides, by a mandate, does not.</summary>
    public bool IsAnswerToOneself(PairingAction action, Guid? account) => account is not null && account == action switch
    {
        PairingAction.Accept => InOrder().FindLast(e => e.Action is not PairingAction.Reveal)?.AccountId,
        PairingAction.Confirm => Events[^1].AccountId,
        PairingAction.AgreePlan => PlanEvent?.AccountId,
        _ => null
    };

    /// <summary>Whether this account did the very same a moment ago: pressed twice, once was enough.</summary>
    public bool WasJustDone(PairingAction action, Actor by, string? note, int revision) =>
        Revision == revision + 1 && Events[^1] is var last && last.Action == action && last.Side == by.Side && last.AccountId == by.AccountId && (last.Note ?? "") == (note ?? "").Trim();

    /// <summary>Whoever reads several at once from a database has the events of each in any order.</summary>
    private List<PairingEvent> InOrder()
    {
        for (var i = 1; i < _events.Count; i++)
        {
            if (_events[i - 1].Number > _events[i].Number)
            {
                _events.Sort((left, right) => left.Number.CompareTo(right.Number));
                break;
            }
        }

        return _events;
    }

    private PairingEvent? PlanEvent => _events.Find(e => e.Number == Proof.PlanNumber);

    private void Take(PairingEvent happened, PairingRules rules)
    {
        var came = _events.Count == 0 || happened.State != State;
        var suggests = happened.Action is PairingAction.Suggest;
        Proof = Proof.After(happened, pilotBegins: came && happened.State is PairingState.Piloting);
        IsVeiled = happened.Veiled || (IsVeiled && happened.Action is not (PairingAction.Reveal or PairingAction.Accept));
        (SuggestedStep, SuggestedBy) = (suggests ? happened.Step : null, suggests ? happened.Side : null);
        State = happened.State;
        MovedAt = happened.At;
        if (came)
        {
            StateSince = happened.At;
            Steps = [.. Steps, new PairingStep(State, happened.At)];
        }

        if (_events.Count == 0)
        {
            BeganAt = happened.At;
        }
        else
        {
            Revision++;
        }

        _events.Add(happened);
        var askedAt = State.WaitsForAnswer ? StateSince : PlanWaits ? PlanEvent!.At : SuggestedBy is not null ? happened.At : (DateTimeOffset?)null;
        AnswerDueAt = askedAt is { } asked ? happened.AnswerDueAt ?? rules.AnswerDueAt(asked) : null;
        StuckAt = State.WaitsForAnswer || AnswerDueAt is null ? rules.StuckAfter(State, StateSince) : AnswerDueAt;
        Shown = ShownNow();
        _events[^1] = happened with { AnswerDueAt = AnswerDueAt };
    }

    private PublicView ShownNow() => Steps.Any(s => s.State is PairingState.Engaged) ? (PublicView)Math.Min((int)PublisherShows, (int)CompanyShows) : PublicView.Hidden;

    private string WhyNot(PairingAction action, PairingSide side)
    {
        if (!State.IsLeft)
        {
            return State.IsExit ? "这次对接已经结束，不能再改动。" : "已经走到最后一步，没有要办的了。";
        }

        var others = PairingMoves.All.Where(m => m.State == State && m.Action == action).ToArray();
        return Proof.Against(action, side) ?? action switch
        {
            PairingAction.Confirm or PairingAction.Refuse when SuggestedBy is null => "没有等待确认的一步：可能已经确认过，或者已经撤回。",
            PairingAction.Confirm or PairingAction.Refuse when SuggestedBy == side => "这一步是您方提出的，由对方来确认。",
            PairingAction.Suggest when SuggestedBy is not null => "已经有一步在等待确认，请先处理它。",
            PairingAction.WritePlan or PairingAction.AgreePlan or PairingAction.WriteResult when SuggestedBy is not null => "已经有一步在等待确认，请先处理它。",
            PairingAction.Reveal when State is PairingState.Interested && side is PairingSide.Company => "对方已经看得到您是谁。",
            PairingAction.TakeBack when SuggestedBy != side => "没有您方提出、等待确认的一步。",
            _ when others.Length > 0 && others.All(m => m.Side != side) => WrongSide(others[0].Side),
            _ => "现在不能这样做，请刷新页面看最新进展。"
        };
    }

    private static string WrongSide(PairingSide side) => side switch
    {
        PairingSide.Publisher => "这要由需求方来办。",
        PairingSide.Company => "这要由能力方来办。",
        PairingSide.Operator => "这要由牵线的运营机构来办。",
        _ => "这由平台到时间自动办理。"
    };

    private static void RequireNote(string note) =>
        Rule.Require(!string.IsNullOrWhiteSpace(note) && note.Length <= PairingEvent.NoteMaxLength, "请写一两句话，对方会看到，不超过 {0} 字。", PairingEvent.NoteMaxLength);

    private static bool Names(string title, string note, IReadOnlyList<ConditionAnswer> answers) =>
        answers.Select(a => a.Text).Append(note).Any(t => t.Contains(title, StringComparison.OrdinalIgnoreCase));

    private static void Check(IReadOnlyList<ConditionAnswer> answers) =>
        Rule.Require(answers.All(a => a.Text.Length <= ConditionAnswer.TextMaxLength), "每项条件的答复不超过 {0} 字。", ConditionAnswer.TextMaxLength);

    /// <summary>What some events carry beside the words.</summary>
    private readonly record struct Besides(string? ContentHash, VerificationOutcome? Outcome, int? Rating);
}
