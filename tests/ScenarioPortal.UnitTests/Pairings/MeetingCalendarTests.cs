using System.Text;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Pairings;
using Xunit;

namespace ScenarioPortal.UnitTests.Pairings;

public sealed class MeetingCalendarTests
{
    private static readonly MeetingPlan Plan = new("看现场；谈样机, 备件", "云桥街道办事处\n二楼; A\\B", new DateTimeOffset(2026, 3, 12, 14, 0, 0, TimeSpan.FromHours(8)), 90);

    [Fact]
    public void An_accepted_hour_is_text_that_calendars_read()
    {
        var meeting = new PairingMeeting(Pairs.At(PairingState.Engaged), Pairs.Company, Plan, Pairs.Monday);
        meeting.Become(MeetingState.Accepted, Pairs.Publisher, null, Pairs.Monday.AddHours(1));

        var text = MeetingCalendar.Of(meeting, "2026-对-0001 独居老人夜间跌倒的及时发现", new Uri("https://portal.example.cn/pairings/1"));

        Assert.Equal(
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ScenarioPortal//Pairing meetings//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT",
                $"UID:{meeting.Id}@scenario-portal", "DTSTAMP:20260309T020000Z", "DTSTART:20260312T060000Z", "DTEND:20260312T073000Z", "SEQUENCE:0", "STATUS:CONFIRMED",
                "SUMMARY:看现场；谈样机\\, 备件", "LOCATION:云桥街道办事处\\n二楼\\; A\\\\B", "DESCRIPTION:2026-对-0001 独居老人夜间跌倒的及时发现",
                "URL:https://portal.example.cn/pairings/1", "END:VEVENT", "END:VCALENDAR", ""
            ],
            text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"));
    }

    [Fact]
    public void Called_off_it_is_the_same_hour_with_the_next_sequence()
    {
        var meeting = new PairingMeeting(Pairs.At(PairingState.Engaged), Pairs.Company, Plan, Pairs.Monday);
        meeting.Become(MeetingState.Accepted, Pairs.Publisher, null, Pairs.Monday);

        meeting.Become(MeetingState.CalledOff, Pairs.Company, "样机还在路上。", Pairs.Monday.AddDays(1));

        var text = MeetingCalendar.Of(meeting, "", new Uri("https://portal.example.cn/"));
        Assert.All(["METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:1\r\n", $"UID:{meeting.Id}@"], t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.Throws<RuleBrokenException>(() => meeting.Become(MeetingState.CalledOff, Pairs.Publisher, "不来了。", Pairs.Monday.AddDays(1)));
    }

    [Theory]
    [InlineData("夜")]
    [InlineData("a")]
    [InlineData("😀")]
    [InlineData("a夜😀")]
    public void No_line_is_longer_than_75_octets_and_no_character_is_torn(string unit)
    {
        var line = $"SUMMARY:{string.Concat(Enumerable.Repeat(unit, 90))}";

        var folded = MeetingCalendar.Folded(line);

        Assert.Equal(line, folded.Replace("\r\n ", "", StringComparison.Ordinal));
        Assert.All(folded.Split("\r\n"), l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75));
    }

    [Fact]
    public void Only_the_other_side_answers_and_nobody_after_the_hour()
    {
        var meeting = new PairingMeeting(Pairs.At(PairingState.Engaged), Pairs.Company, Plan, Pairs.Monday);

        Assert.Throws<RuleBrokenException>(() => meeting.Become(MeetingState.Accepted, Pairs.Company, null, Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => meeting.Become(MeetingState.Declined, Pairs.Publisher, " ", Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => meeting.Become(MeetingState.Accepted, Pairs.Publisher, null, Plan.StartsAt));
        Assert.Throws<RuleBrokenException>(() => new PairingMeeting(Pairs.At(PairingState.Engaged), Pairs.Operator, Plan, Pairs.Monday));
        Assert.Throws<RuleBrokenException>(() => new PairingMeeting(Pairs.At(PairingState.Engaged), Pairs.Company, Plan, Plan.StartsAt));
    }
}
