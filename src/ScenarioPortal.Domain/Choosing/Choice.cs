using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Domain.Choosing;

/// <summary>
/// A publisher chooses among the companies that would take up one need (比选): by criteria that it weighed beforehand, with experts who judge first alone and
/// then together if it asks any, and with a word for everyone. An expert loads it with themselves as its only expert: what concerns all of them is counted here.
/// </summary>
public sealed class Choice
{
    public const int FewestCandidates = 2;
    public const int MostExperts = 9;
    public const int NoteMaxLength = 1000;

    private readonly List<ChoiceCandidate> _candidates = [];
    private readonly List<ChoiceExpert> _experts = [];

    private Choice()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OpportunityId { get; private init; }

    public Guid PublisherId { get; private init; }

    /// <summary>As it was called when the choice began.</summary>
    public string NeedTitle { get; private init; } = "";

    public IReadOnlyList<ChoiceCriterion> Criteria { get; private init; } = [];

    public ChoiceState State { get; private set; }

    public DateTimeOffset BegunAt { get; private init; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>How many experts are still to hand in in this round.</summary>
    public int Awaited { get; private set; }

    /// <summary>How many handed in in the first round.</summary>
    public int HandedIn { get; private set; }

    /// <summary>Why the publisher closed the first round before everybody had handed in; null when it did not.</summary>
    public string? ClosedEarlyWhy { get; private set; }

    /// <summary>Which one; null while nothing is decided, and where none was chosen.</summary>
    public Guid? ChosenPairingId { get; private set; }

    /// <summary>Why it was decided so, or given up.</summary>
    public string? DecisionNote { get; private set; }

    public int Revision { get; private set; } = 1;

    public IReadOnlyList<ChoiceCandidate> Candidates => _candidates;

    public IReadOnlyList<ChoiceExpert> Experts => _experts;

    public bool IsOver => State is ChoiceState.Decided or ChoiceState.Abandoned;

    /// <summary>1 alone, 2 together.</summary>
    public int Round => State is ChoiceState.Open or ChoiceState.Alone ? 1 : 2;

    /// <summary>Scores can be read by those who judge, and by the publisher.</summary>
    public bool IsTogether => State is ChoiceState.Together or ChoiceState.Decided;

    /// <summary>Puts them side by side.</summary>
    public static (Choice Choice, IReadOnlyList<ChoiceDossier> Dossiers) Begin(Opportunity need, IReadOnlyList<Candidacy> candidates, IReadOnlyList<ChoiceCriterion> criteria, DateTimeOffset now)
    {
        if (need.PublisherId is not { } publisher)
        {
            throw new RuleBrokenException("清单上没有注明单位的需求，没有人能比选。");
        }

        Rule.Require(candidates.Count >= FewestCandidates, "至少有两家在对接、还没有签约时才能比选。");
        Rule.Require(candidates.All(c => c.Pairing.OpportunityId == need.Id && c.Pairing.IsComparable), "有一家已经签约或者退出了，请刷新页面看最新情况。");
        ChoiceCriterion.Check(criteria);
        var choice = new Choice
        {
            OpportunityId = need.Id,
            PublisherId = publisher,
            NeedTitle = need.Title,
            Criteria = [.. criteria.Select(c => c with { Name = c.Name.Trim() })],
            BegunAt = now,
            StateSince = now
        };
        choice._candidates.AddRange(candidates.Select((c, at) => new ChoiceCandidate(at + 1, c.Pairing.Id, c.Company, c.Pairing.CapabilityTitle)));
        return (choice, [.. candidates.Select((c, at) => new ChoiceDossier(choice.Id, at + 1, c.Content))]);
    }

    /// <summary>Asks an expert; from the first one on it is for the experts to judge.</summary>
    public void Appoint(Guid account, DateTimeOffset now)
    {
        RequireNotOver();
        Rule.Require(State is ChoiceState.Open or ChoiceState.Alone, "第一轮已经结束，不能再请专家。");
        Rule.Require(_experts.All(e => e.AccountId != account), "这位专家已经请过了。");
        Rule.Require(_experts.Count < MostExperts, "专家最多请 {0} 位。", MostExperts);
        _experts.Add(new ChoiceExpert(_experts.Count + 1, account, now));
        Awaited++;
        Become(ChoiceState.Alone, now);
    }

    /// <summary>Each expert says first whether anything ties them to one of the companies.</summary>
    public void Declare(Guid account, Interests interests, string? note, DateTimeOffset now)
    {
        var expert = ExpertOf(account);
        Rule.Require(expert.Declared is null, "您已经申报过利益关系，不能再改。需要更正的，请联系发布单位。");
        Rule.Require(State is ChoiceState.Alone, "第一轮已经结束，不用再申报。");
        Rule.Require(interests is Interests.Clear || !string.IsNullOrWhiteSpace(note), "请用一句话写明是什么关系，只有发布单位看得到。");
        Rule.Require(note is not { Length: > ChoiceExpert.NoteMaxLength }, "说明不超过 {0} 字。", ChoiceExpert.NoteMaxLength);
        (expert.Declared, expert.DeclaredAt) = (interests, now);
        if (interests is Interests.Conflict)
        {
            expert.ConflictNote = note!.Trim();
            Awaited--;
        }

        Go(now);
    }

    /// <summary>What an expert thinks in this round, all of it at once.</summary>
    /// <param name="account">Who hands in.</param>
    /// <param name="round">The round that they have before their eyes.</param>
    /// <param name="marks">One for each company and criterion.</param>
    /// <param name="first">What the same expert handed in in the first round, in the second.</param>
    /// <param name="why">Why scores were changed.</param>
    /// <param name="now">The time.</param>
    public ChoiceOpinion HandIn(Guid account, int round, IReadOnlyList<Mark> marks, ChoiceOpinion? first, string? why, DateTimeOffset now)
    {
        var expert = ExpertOf(account);
        RequireNotOver();
        Rule.Require(expert.Declared is not null, "请先申报利益关系，再评分。");
        Rule.Require(expert.Declared is Interests.Clear, "您申报了利益冲突，不参加这次评分。");
        Rule.Require(round == Round || expert.FirstAt is null, "第一轮刚刚结束。请看过各位专家的评分，再提交第二轮。");
        Check(marks);
        return State is ChoiceState.Alone ? HandInAlone(expert, marks, now) : HandInTogether(expert, marks, first, why, now);
    }

    /// <summary>Does not wait for those who have not handed in.</summary>
    public void CloseFirstRound(string why, DateTimeOffset now)
    {
        RequireNotOver();
        Rule.Require(State is ChoiceState.Alone, State is ChoiceState.Open ? "还没有请专家，没有第一轮可以结束。" : "第一轮已经结束了。");
        RequireNote(why, "请写明为什么不再等，专家和以后查看的人都会看到。");
        ClosedEarlyWhy = why.Trim();
        BecomeTogether(now);
    }

    /// <summary>Decides for one company or for none. What was not chosen and still waits ends here, with the word that is said to it; says which.</summary>
    public IReadOnlyList<Pairing> Decide(Actor by, Guid? chosen, string why, Farewell farewell, IReadOnlyList<Pairing> pairings, PairingRules rules, DateTimeOffset now)
    {
        RequireNotOver();
        Rule.Require(State is not ChoiceState.Alone, "专家还在第一轮评分。等他们都提交，或者写明原因结束第一轮，再作决定。");
        RequireNote(why, "请写明为什么这样决定。");
        var present = _candidates.ToDictionary(c => c.PairingId, c => pairings.Single(p => p.Id == c.PairingId));
        Rule.Require(chosen is null || (present.TryGetValue(chosen.Value, out var one) && !one.State.IsExit), "选的这一家已经退出，请看过现在的情况再决定。");
        var others = present.Values.Where(p => p.Id != chosen && !p.State.IsExit).ToArray();
        Rule.Require(others.All(p => p.IsBeforeAgreement), "有一家已经签约，不能当作没有选上。请选它，或者先终止与它的对接。");
        Rule.Require(others.All(p => farewell.To(p.Id).Length > 0), "请写一句话给没有选上的企业，每一家都会看到。");
        foreach (var candidate in _candidates)
        {
            candidate.Outcome = candidate.PairingId == chosen ? CandidateOutcome.Chosen : present[candidate.PairingId].State.IsExit ? CandidateOutcome.Left : CandidateOutcome.NotChosen;
        }

        foreach (var pairing in others)
        {
            pairing.Part(by, chosen is null ? PairingReason.NoneChosen : PairingReason.OtherChosen, farewell.To(pairing.Id), rules, now);
        }

        (ChosenPairingId, DecisionNote) = (chosen, why.Trim());
        Become(ChoiceState.Decided, now);
        return others;
    }

    /// <summary>Gives it up: no company is told anything, and another can begin.</summary>
    public void Abandon(string why, DateTimeOffset now)
    {
        RequireNotOver();
        RequireNote(why, "请写明为什么取消这次比选。");
        DecisionNote = why.Trim();
        Become(ChoiceState.Abandoned, now);
    }

    private ChoiceOpinion HandInAlone(ChoiceExpert expert, IReadOnlyList<Mark> marks, DateTimeOffset now)
    {
        Rule.Require(expert.FirstAt is null, "您已经提交了第一轮评分，请等第二轮。");
        expert.FirstAt = now;
        Awaited--;
        HandedIn++;
        Go(now);
        return new ChoiceOpinion(Id, expert.Place, 1, [.. marks], null, now);
    }

    private ChoiceOpinion HandInTogether(ChoiceExpert expert, IReadOnlyList<Mark> marks, ChoiceOpinion? first, string? why, DateTimeOffset now)
    {
        Rule.Require(expert.FirstAt is not null, "第一轮没有提交评分的，不参加第二轮。");
        Rule.Require(expert.SecondAt is null, "您已经提交了第二轮评分，不能再改。");
        Rule.Require(why is not { Length: > ChoiceOpinion.WhyMaxLength }, "说明不超过 {0} 字。", ChoiceOpinion.WhyMaxLength);
        var changed = first is null || first.Expert != expert.Place || marks.Any(m => first.MarkOf(m.Candidate, m.Criterion)?.Score != m.Score);
        Rule.Require(!changed || !string.IsNullOrWhiteSpace(why), "您改了分数，请用一句话写明为什么。");
        expert.SecondAt = now;
        Awaited--;
        Revision++;
        return new ChoiceOpinion(Id, expert.Place, 2, [.. marks], string.IsNullOrWhiteSpace(why) ? null : why.Trim(), now);
    }

    private void Check(IReadOnlyList<Mark> marks)
    {
        Rule.Require(marks.DistinctBy(m => (m.Candidate, m.Criterion)).Count() == _candidates.Count * Criteria.Count && marks.Count == _candidates.Count * Criteria.Count
            && marks.All(m => _candidates.Any(c => c.Place == m.Candidate) && m.Criterion >= 0 && m.Criterion < Criteria.Count), "请给每一家的每一项标准评分。");
        Rule.Require(marks.All(m => m.Score is >= 0 and <= Mark.Highest), "分数是 0 到 {0}。", Mark.Highest);
        Rule.Require(marks.All(m => m.Words.Trim().Length is > 0 and <= Mark.WordsMaxLength), "每个分数都要有一句理由，不超过 {0} 字。", Mark.WordsMaxLength);
    }

    private ChoiceExpert ExpertOf(Guid account) =>
        _experts.Find(e => e.AccountId == account) ?? throw new RuleBrokenException("您不是这次比选的专家。");

    /// <summary>The second round opens by itself once everybody who takes part has handed in.</summary>
    private void Go(DateTimeOffset now)
    {
        if (State is ChoiceState.Alone && Awaited == 0 && HandedIn > 0)
        {
            BecomeTogether(now);
        }
        else
        {
            Revision++;
        }
    }

    private void BecomeTogether(DateTimeOffset now)
    {
        Awaited = HandedIn;
        Become(ChoiceState.Together, now);
    }

    private void Become(ChoiceState state, DateTimeOffset now)
    {
        if (State != state)
        {
            (State, StateSince) = (state, now);
        }

        Revision++;
    }

    private void RequireNotOver() => Rule.Require(!IsOver, State is ChoiceState.Decided ? "这次比选已经作了决定，不能再改。" : "这次比选已经取消。");

    private static void RequireNote(string note, string missing)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(note), missing);
        Rule.Require(note.Length <= NoteMaxLength, "说明不超过 {0} 字。", NoteMaxLength);
    }
}
