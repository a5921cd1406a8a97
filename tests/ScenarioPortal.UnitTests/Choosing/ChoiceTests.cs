using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.UnitTests.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Choosing;

/// <summary>Several companies and one need: compared by weights, judged alone and then together, and decided with a word for everyone.</summary>
public sealed class ChoiceTests
{
    private static readonly DateTimeOffset Monday = Pairs.Monday;
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();
    private static readonly Farewell Thanks = new() { ToAll = "谢谢您，这次选了别家。" };

    private readonly Opportunity _need = Pairs.Need();

    [Fact]
    public void Two_companies_at_least_are_compared_and_only_those_of_the_need_that_have_not_agreed()
    {
        Assert.Equal("至少有两家在对接、还没有签约时才能比选。", Refused(() => Begin([Engaged()])));
        Assert.Equal("有一家已经签约或者退出了，请刷新页面看最新情况。", Refused(() => Begin([Engaged(), Agreed()])));
        Assert.Equal("有一家已经签约或者退出了，请刷新页面看最新情况。", Refused(() => Begin([Engaged(), Pairs.At(PairingState.Engaged)])));

        var (choice, dossiers) = Choice.Begin(_need, [.. Two().Select(Candidacy)], ChoiceCriterion.Usual, Monday);

        Assert.Equal((ChoiceState.Open, 2, 2), (choice.State, choice.Candidates.Count, dossiers.Count));
        Assert.Equal([1, 2], choice.Candidates.Select(c => c.Place));
    }

    [Theory]
    [InlineData("权重加起来应该是 100，现在是 90。", 60, 30)]
    [InlineData("每项标准的权重是 1 到 100。", 100, 0)]
    [InlineData("每项标准的权重是 1 到 100。", 101, -1)]
    public void Weights_are_a_hundred_together(string refusal, int one, int other) =>
        Assert.Equal(refusal, Refused(() => Choice.Begin(_need, [.. Two().Select(Candidacy)], [new() { Name = "技术", Weight = one }, new() { Name = "价格", Weight = other }], Monday)));

    [Fact]
    public void The_usual_criteria_are_a_hundred_and_no_two_have_one_name()
    {
        Assert.Equal(ChoiceCriterion.Whole, ChoiceCriterion.Usual.Sum(c => c.Weight));
        Assert.Equal("有两项标准的名称相同，请合成一项。",
            Refused(() => Choice.Begin(_need, [.. Two().Select(Candidacy)], [new() { Name = "技术", Weight = 50 }, new() { Name = "技术 ", Weight = 50 }], Monday)));
    }

    [Fact]
    public void Experts_judge_alone_until_the_last_has_handed_in_and_then_together_and_both_rounds_are_kept()
    {
        var choice = WithExperts(out _);
        choice.Declare(First, Interests.Clear, null, Monday);
        choice.Declare(Second, Interests.Clear, null, Monday);

        var one = choice.HandIn(First, 1, Marks(choice, 60), null, null, Monday);
        Assert.Equal((ChoiceState.Alone, 1, false), (choice.State, choice.Awaited, choice.IsTogether));
        var other = choice.HandIn(Second, 1, Marks(choice, 80), null, null, Monday);
        Assert.Equal((ChoiceState.Together, 2, true), (choice.State, choice.Awaited, choice.IsTogether));
        var revised = choice.HandIn(First, 2, Marks(choice, 70), one, "另一位说得对，误报率更要紧。", Monday);

        Assert.Equal((1, 1, 2, 1), (one.Round, one.Expert, revised.Round, choice.Awaited));
        Assert.Equal([70, 70], Standing.Of(choice, [one, other, revised], 1).Select(s => s.Total));
        Assert.Equal([75, 75], Standing.Of(choice, [one, other, revised], 2).Select(s => s.Total));
        Assert.Empty(Standing.Of(choice, [], 1));
    }

    [Fact]
    public void A_total_is_weighted()
    {
        var (choice, _) = Choice.Begin(_need, [.. Two().Select(Candidacy)], [new() { Name = "技术", Weight = 75 }, new() { Name = "价格", Weight = 25 }], Monday);
        choice.Appoint(First, Monday);
        choice.Declare(First, Interests.Clear, null, Monday);

        var opinion = choice.HandIn(First, 1, [Mark(1, 0, 100), Mark(1, 1, 0), Mark(2, 0, 40), Mark(2, 1, 80)], null, null, Monday);

        Assert.Equal([75, 50], Standing.Of(choice, [opinion], 1).Select(s => s.Total));
    }

    [Fact]
    public void Whoever_has_a_conflict_takes_no_part_and_is_not_waited_for()
    {
        var choice = WithExperts(out _);
        Assert.Equal("请用一句话写明是什么关系，只有发布单位看得到。", Refused(() => choice.Declare(First, Interests.Conflict, " ", Monday)));
        choice.Declare(First, Interests.Conflict, "我是其中一家的顾问。", Monday);

        Assert.Equal("您申报了利益冲突，不参加这次评分。", Refused(() => choice.HandIn(First, 1, Marks(choice, 60), null, null, Monday)));
        Assert.Equal("您已经申报过利益关系，不能再改。需要更正的，请联系发布单位。", Refused(() => choice.Declare(First, Interests.Clear, null, Monday)));
        Assert.Equal("请先申报利益关系，再评分。", Refused(() => choice.HandIn(Second, 1, Marks(choice, 60), null, null, Monday)));
        choice.Declare(Second, Interests.Clear, null, Monday);
        choice.HandIn(Second, 1, Marks(choice, 60), null, null, Monday);

        Assert.Equal((ChoiceState.Together, 1), (choice.State, choice.Awaited));
    }

    [Fact]
    public void When_the_last_who_is_waited_for_has_a_conflict_the_second_round_opens_for_the_others()
    {
        var choice = WithExperts(out _);
        choice.Declare(First, Interests.Clear, null, Monday);
        choice.HandIn(First, 1, Marks(choice, 60), null, null, Monday);

        choice.Declare(Second, Interests.Conflict, "我在其中一家有股份。", Monday);

        Assert.Equal((ChoiceState.Together, 1), (choice.State, choice.Awaited));
    }

    [Fact]
    public void Every_company_gets_a_score_and_a_word_by_every_criterion()
    {
        var choice = WithExperts(out _);
        choice.Declare(First, Interests.Clear, null, Monday);
        var marks = Marks(choice, 60);

        Assert.Equal("请给每一家的每一项标准评分。", Refused(() => choice.HandIn(First, 1, [.. marks.Skip(1)], null, null, Monday)));
        Assert.Equal("请给每一家的每一项标准评分。", Refused(() => choice.HandIn(First, 1, [marks[1], .. marks.Skip(1)], null, null, Monday)));
        Assert.Equal("请给每一家的每一项标准评分。", Refused(() => choice.HandIn(First, 1, [marks[0] with { Candidate = 9 }, .. marks.Skip(1)], null, null, Monday)));
        Assert.Equal("分数是 0 到 100。", Refused(() => choice.HandIn(First, 1, [marks[0] with { Score = 101 }, .. marks.Skip(1)], null, null, Monday)));
        Assert.Equal("每个分数都要有一句理由，不超过 200 字。", Refused(() => choice.HandIn(First, 1, [marks[0] with { Words = " " }, .. marks.Skip(1)], null, null, Monday)));
        Assert.Equal("您不是这次比选的专家。", Refused(() => choice.HandIn(Guid.CreateVersion7(), 1, marks, null, null, Monday)));
        Assert.Equal(2, choice.Awaited);
    }

    [Fact]
    public void Nobody_hands_in_twice_and_a_form_of_the_first_round_is_not_taken_for_the_second()
    {
        var choice = WithExperts(out _);
        choice.Declare(First, Interests.Clear, null, Monday);
        choice.Declare(Second, Interests.Clear, null, Monday);
        var one = choice.HandIn(First, 1, Marks(choice, 60), null, null, Monday);

        Assert.Equal("您已经提交了第一轮评分，请等第二轮。", Refused(() => choice.HandIn(First, 1, Marks(choice, 60), null, null, Monday)));
        choice.HandIn(Second, 1, Marks(choice, 80), null, null, Monday);
        Assert.Equal("第一轮刚刚结束。请看过各位专家的评分，再提交第二轮。", Refused(() => choice.HandIn(First, 1, Marks(choice, 60), null, null, Monday)));
        Assert.Equal("您改了分数，请用一句话写明为什么。", Refused(() => choice.HandIn(First, 2, Marks(choice, 61), one, " ", Monday)));
        choice.HandIn(First, 2, Marks(choice, 60), one, null, Monday);
        Assert.Equal("您已经提交了第二轮评分，不能再改。", Refused(() => choice.HandIn(First, 2, Marks(choice, 60), one, null, Monday)));
    }

    [Fact]
    public void The_first_round_is_closed_with_a_reason_and_whoever_missed_it_does_not_see_the_others_and_then_judge()
    {
        var choice = WithExperts(out _);
        choice.Declare(First, Interests.Clear, null, Monday);
        choice.Declare(Second, Interests.Clear, null, Monday);
        choice.HandIn(First, 1, Marks(choice, 60), null, null, Monday);
        Assert.Equal("请写明为什么不再等，专家和以后查看的人都会看到。", Refused(() => choice.CloseFirstRound(" ", Monday)));

        choice.CloseFirstRound("另一位出国了。", Monday);

        Assert.Equal((ChoiceState.Together, 1, "另一位出国了。"), (choice.State, choice.Awaited, choice.ClosedEarlyWhy));
        Assert.Equal("第一轮没有提交评分的，不参加第二轮。", Refused(() => choice.HandIn(Second, 1, Marks(choice, 60), null, null, Monday)));
        Assert.Equal("第一轮已经结束了。", Refused(() => choice.CloseFirstRound("再关一次。", Monday)));
        Assert.Equal("第一轮已经结束，不能再请专家。", Refused(() => choice.Appoint(Guid.CreateVersion7(), Monday)));
    }

    [Fact]
    public void An_expert_is_asked_once_and_at_most_nine_are()
    {
        var choice = WithExperts(out _);
        Assert.Equal("这位专家已经请过了。", Refused(() => choice.Appoint(First, Monday)));
        for (var more = choice.Experts.Count; more < Choice.MostExperts; more++)
        {
            choice.Appoint(Guid.CreateVersion7(), Monday);
        }

        Assert.Equal("专家最多请 9 位。", Refused(() => choice.Appoint(Guid.CreateVersion7(), Monday)));
    }

    [Fact]
    public void What_was_decided_ends_the_others_with_their_own_word_and_leaves_the_chosen_on_its_way()
    {
        Pairing[] pairings = [Engaged(), Engaged(PairingState.Interested), Engaged()];
        var choice = Begin(pairings);
        pairings[2].Withdraw(Pairs.Company, PairingReason.NoCapacity, "人手不够。", Pairs.Rules, Monday);

        var told = choice.Decide(Pairs.Publisher, pairings[0].Id, "误报率最低。", Thanks with { ToOne = new Dictionary<Guid, string> { [pairings[1].Id] = "下一期请再来。" } }, pairings, Pairs.Rules, Monday);

        Assert.Equal([pairings[1].Id], told.Select(p => p.Id));
        Assert.Equal([PairingState.Engaged, PairingState.Declined, PairingState.Withdrawn], pairings.Select(p => p.State));
        Assert.Equal((PairingReason.OtherChosen, "下一期请再来。"), (pairings[1].Events[^1].Reason, pairings[1].Events[^1].Note));
        Assert.Equal([CandidateOutcome.Chosen, CandidateOutcome.NotChosen, CandidateOutcome.Left], choice.Candidates.Select(c => c.Outcome));
        Assert.Equal("这次比选已经作了决定，不能再改。", Refused(() => choice.Decide(Pairs.Publisher, null, "改主意了。", Thanks, pairings, Pairs.Rules, Monday)));
    }

    [Fact]
    public void None_may_be_chosen_and_then_everybody_is_told_so()
    {
        var pairings = Two();
        var choice = Begin(pairings);

        choice.Decide(Pairs.Publisher, null, "都不够成熟。", Thanks, pairings, Pairs.Rules, Monday);

        Assert.All(pairings, p => Assert.Equal((PairingState.Declined, PairingReason.NoneChosen), (p.State, p.Events[^1].Reason)));
        Assert.Null(choice.ChosenPairingId);
    }

    [Fact]
    public void Nothing_is_decided_while_experts_judge_alone_nor_without_words_nor_against_an_agreement()
    {
        var pairings = Two();
        var choice = Begin(pairings);
        Assert.Equal("请写明为什么这样决定。", Refused(() => choice.Decide(Pairs.Publisher, pairings[0].Id, "", Thanks, pairings, Pairs.Rules, Monday)));
        Assert.Equal("请写一句话给没有选上的企业，每一家都会看到。", Refused(() => choice.Decide(Pairs.Publisher, pairings[0].Id, "最好。", new() { ToAll = " " }, pairings, Pairs.Rules, Monday)));
        Assert.Equal("选的这一家已经退出，请看过现在的情况再决定。", Refused(() => choice.Decide(Pairs.Publisher, Guid.CreateVersion7(), "最好。", Thanks, pairings, Pairs.Rules, Monday)));
        Agree(pairings[1]);
        Assert.Equal("有一家已经签约，不能当作没有选上。请选它，或者先终止与它的对接。", Refused(() => choice.Decide(Pairs.Publisher, pairings[0].Id, "最好。", Thanks, pairings, Pairs.Rules, Monday)));
        choice.Appoint(First, Monday);
        Assert.StartsWith("专家还在第一轮评分。", Refused(() => choice.Decide(Pairs.Publisher, pairings[1].Id, "最好。", Thanks, pairings, Pairs.Rules, Monday)), StringComparison.Ordinal);

        Assert.All(pairings, p => Assert.False(p.State.IsExit));
    }

    [Fact]
    public void What_is_given_up_ends_nothing()
    {
        var pairings = Two();
        var choice = Begin(pairings);

        choice.Abandon("权重写错了。", Monday);

        Assert.All(pairings, p => Assert.Equal(PairingState.Engaged, p.State));
        Assert.Equal("这次比选已经取消。", Refused(() => choice.Appoint(First, Monday)));
    }

    [Fact]
    public void Once_one_has_agreed_the_others_are_told_with_one_sentence()
    {
        Pairing[] pairings = [Engaged(), Engaged(), Engaged(PairingState.Interested), Pairing.Invite(Pairs.Pair(_need), Pairs.Publisher, "请来。", Pairs.Rules, Monday)];
        Assert.Equal("还没有一家签约，现在不用告诉其余的。", Refused(() => Partings.TellOthers(pairings, Pairs.Publisher, Thanks, Pairs.Rules, Monday)));
        Agree(pairings[0]);

        var told = Partings.TellOthers(pairings, Pairs.Publisher, Thanks, Pairs.Rules, Monday);

        Assert.Equal(3, told.Count);
        Assert.Equal([PairingState.Agreed, PairingState.Declined, PairingState.Declined, PairingState.Withdrawn], pairings.Select(p => p.State));
        Assert.Equal("没有还在等的了，都已经告诉过。", Refused(() => Partings.TellOthers(pairings, Pairs.Publisher, Thanks, Pairs.Rules, Monday)));
    }

    [Fact]
    public void Criteria_are_few_and_have_names()
    {
        Assert.Equal("请写 1 到 8 项比选标准。", Refused(() => Choice.Begin(_need, [.. Two().Select(Candidacy)], [], Monday)));
        Assert.Equal("请写 1 到 8 项比选标准。", Refused(() => Choice.Begin(_need, [.. Two().Select(Candidacy)], [.. Enumerable.Range(1, 10).Select(n => new ChoiceCriterion { Name = $"{n}", Weight = 10 })], Monday)));
        Assert.Equal("每项标准都要有名称，不超过 30 字。", Refused(() => Choice.Begin(_need, [.. Two().Select(Candidacy)], [new() { Name = " ", Weight = 100 }], Monday)));
        Assert.Equal("每项标准都要有名称，不超过 30 字。", Refused(() => Choice.Begin(_need, [.. Two().Select(Candidacy)], [new() { Name = new string('长', 31), Weight = 100 }], Monday)));
    }

    [Fact]
    public void What_is_too_long_is_refused_and_who_was_not_waited_for_declares_no_more()
    {
        var (choice, tooLong) = (WithExperts(out var pairings), new string('长', 2000));
        Assert.Equal("说明不超过 300 字。", Refused(() => choice.Declare(First, Interests.Conflict, tooLong, Monday)));
        Assert.Equal("说明不超过 1000 字。", Refused(() => choice.Abandon(tooLong, Monday)));
        choice.Declare(First, Interests.Clear, null, Monday);
        var one = choice.HandIn(First, 1, Marks(choice, 60), null, null, Monday);
        choice.CloseFirstRound("第二位专家出差了。", Monday);

        Assert.Equal("第一轮已经结束，不用再申报。", Refused(() => choice.Declare(Second, Interests.Clear, null, Monday)));
        Assert.Equal("说明不超过 500 字。", Refused(() => choice.HandIn(First, 2, Marks(choice, 61), one, tooLong, Monday)));
        Agree(pairings[0]);
        Assert.Equal("请写一句话，每一家都会看到。", Refused(() => Partings.TellOthers(pairings, Pairs.Publisher, new Farewell { ToAll = " " }, Pairs.Rules, Monday)));
    }

    private Pairing[] Two() => [Engaged(), Engaged()];

    private Choice Begin(Pairing[] pairings) => Choice.Begin(_need, [.. pairings.Select(Candidacy)], ChoiceCriterion.Usual, Monday).Choice;

    private Choice WithExperts(out Pairing[] pairings)
    {
        var choice = Begin(pairings = Two());
        choice.Appoint(First, Monday);
        choice.Appoint(Second, Monday);
        Assert.Equal((ChoiceState.Alone, 2), (choice.State, choice.Awaited));
        return choice;
    }

    private Pairing Engaged(PairingState state = PairingState.Engaged)
    {
        var pairing = Pairing.Offer(Pairs.Pair(_need), Pairs.Company, "我们做过三个社区。", [], Pairs.Rules, Monday);
        if (state is PairingState.Engaged)
        {
            pairing.Accept(Pairs.Publisher, null, [], Pairs.Rules, Monday);
        }

        return pairing;
    }

    private Pairing Agreed() => Agree(Engaged());

    private static Pairing Agree(Pairing pairing)
    {
        pairing.Suggest(Pairs.Company, PairingState.Agreed, "协议签好了。", Pairs.Rules, Monday);
        pairing.Confirm(Pairs.Publisher, null, Pairs.Rules, Monday);
        return pairing;
    }

    private static Candidacy Candidacy(Pairing pairing) =>
        new(pairing, "安栖感知科技有限公司", new() { Conditions = [new() { Condition = "不装摄像头", Required = true, Verdict = Verdict.Met }], Words = ["我们做过三个社区。"] });

    private static Mark[] Marks(Choice choice, int score) =>
        [.. from candidate in choice.Candidates from criterion in choice.Criteria.Index() select Mark(candidate.Place, criterion.Index, score)];

    private static Mark Mark(int candidate, int criterion, int score) => new() { Candidate = candidate, Criterion = criterion, Score = score, Words = "材料里写得清楚。" };

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Message;
}
