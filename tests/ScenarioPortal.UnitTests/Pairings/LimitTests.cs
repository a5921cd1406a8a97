using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Pairings;

/// <summary>What is too long, too late or said by the wrong side is refused with the sentence that belongs to it.</summary>
public sealed class LimitTests
{
    private static readonly string TooLong = new('长', 5000);
    private static readonly MeetingPlan Plan = new("看现场", "云桥街道办事处", Pairs.Monday.AddDays(3), 60);

    [Fact]
    public void Words_have_their_length()
    {
        Assert.Equal("说明不超过 {0} 字。", Refused(() => Pairs.Begun(PairingState.Interested).Accept(Pairs.Publisher, TooLong, [], Pairs.Rules, Pairs.Monday)));
        Assert.Equal("每项条件的答复不超过 {0} 字。", Refused(() => Pairing.Offer(Pairs.Pair(), Pairs.Company, "可以。", [new() { Condition = "不装摄像头", Text = TooLong }], Pairs.Rules, Pairs.Monday)));
        Assert.Equal("请写一两句话，不超过 {0} 字。", Refused(() => new PairingMessage(Pairs.At(PairingState.Engaged), Pairs.Company, TooLong, Pairs.Monday)));
        Assert.Equal("请写一两句话，不超过 {0} 字。", Refused(() => new PairingMessage(Pairs.At(PairingState.Engaged), Pairs.Company, " ", Pairs.Monday)));
        Assert.Equal("备忘不超过 {0} 字。", Refused(() => new PairingNote(Guid.CreateVersion7(), Guid.CreateVersion7()).Write(TooLong, Guid.CreateVersion7(), Pairs.Monday)));
    }

    [Fact]
    public void A_meeting_says_what_about_where_and_how_long()
    {
        Assert.Equal("请写明谈什么，不超过 {0} 字。", Refused(() => Meeting(Plan with { Subject = " " })));
        Assert.Equal("请写明谈什么，不超过 {0} 字。", Refused(() => Meeting(Plan with { Subject = TooLong })));
        Assert.Equal("请写地点或会议链接，不超过 {0} 字。", Refused(() => Meeting(Plan with { Place = "" })));
        Assert.Equal("时长在 {0} 到 {1} 分钟之间。", Refused(() => Meeting(Plan with { Minutes = PairingMeeting.MinutesMin - 1 })));
        Assert.Equal("时长在 {0} 到 {1} 分钟之间。", Refused(() => Meeting(Plan with { Minutes = PairingMeeting.MinutesMax + 1 })));
        Assert.Equal("说明不超过 {0} 字。", Refused(() => Meeting(Plan).Become(MeetingState.Declined, Pairs.Publisher, TooLong, Pairs.Monday)));
        Assert.Equal("只有双方可以约时间。", Refused(() => new PairingMeeting(Pairs.At(PairingState.Engaged), Pairs.Operator, Plan, Pairs.Monday)));
    }

    [Fact]
    public void Only_the_two_sides_choose_what_is_shown_and_the_portal_writes_no_messages()
    {
        Assert.Equal("只有双方可以选择公开多少。", Refused(() => Pairs.At(PairingState.Engaged).Show(PairingSide.Operator, PublicView.Hidden, Pairs.Monday)));
        Assert.Equal("只有双方和牵线的运营机构可以留言。", Refused(() => new PairingMessage(Pairs.At(PairingState.Engaged), Actor.Clock, "您好。", Pairs.Monday)));
    }

    [Fact]
    public void Nobody_writes_before_the_name_is_shown_nor_long_after_the_end()
    {
        Assert.Equal("署名之前不能留言，也不能约时间。", Refused(() => new PairingMessage(Pairs.Veiled(), Pairs.Company, "您好。", Pairs.Monday)));
        var ended = Pairs.At(PairingState.Terminated);
        Assert.Equal(ended.TalksUntil, new PairingMessage(ended, Pairs.Company, "样机周五来取。", ended.TalksUntil!.Value).At);
        Assert.Equal("这次对接结束已经超过 {0} 天，只能看，不能再写。", Refused(() => new PairingMessage(ended, Pairs.Company, "您好。", ended.TalksUntil!.Value.AddSeconds(1))));
    }

    private static PairingMeeting Meeting(MeetingPlan plan) => new(Pairs.At(PairingState.Engaged), Pairs.Company, plan, Pairs.Monday);

    private static string Refused(Func<object> act) => Assert.Throws<RuleBrokenException>(act).Refusal;

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Refusal;
}
