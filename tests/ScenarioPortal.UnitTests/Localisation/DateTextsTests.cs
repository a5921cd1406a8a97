using ScenarioPortal.Web.Localisation;
using Xunit;

namespace ScenarioPortal.UnitTests.Localisation;

public sealed class DateTextsTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);
    private static readonly DateOnly Deadline = new(2026, 3, 23);

    [Fact]
    public void A_deadline_is_open_until_its_last_minute_in_Shanghai()
    {
        using var reader = Reader.OfChinese();

        Assert.Equal("3月23日 23:59", Deadline.AsDeadline(Today));
        Assert.Equal("2026-03-23T23:59+08:00", new DateTimeOffset(2026, 3, 23, 15, 59, 0, TimeSpan.Zero).ForMachines());
    }

    [Fact]
    public void Another_year_is_named()
    {
        using var reader = Reader.OfChinese();

        Assert.Equal("2027年1月5日", new DateOnly(2027, 1, 5).InWords(Today));
    }

    [Fact]
    public void Dates_are_read_in_English_too()
    {
        using var reader = Reader.OfEnglish();

        Assert.Equal("23 March 23:59", Deadline.AsDeadline(Today));
        Assert.Equal("5 January 2027", new DateOnly(2027, 1, 5).InWords(Today));
    }

    [Theory]
    [InlineData("2026-03-20T14:30:00+08:00", "还剩 3 天", "还剩 3 天 9 小时")]
    [InlineData("2026-03-23T20:10:00+08:00", "还剩 3 小时", "还剩 3 小时")]
    [InlineData("2026-03-23T23:30:00+08:00", "还剩不到 1 小时", "还剩不到 1 小时")]
    [InlineData("2026-03-24T00:00:00+08:00", "已截止", "已截止")]
    public void What_is_left_is_said_in_days_then_in_hours(string now, string left, string inDetail)
    {
        using var reader = Reader.OfChinese();
        var instant = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(left, Reader.L.Left(Deadline, instant));
        Assert.Equal(inDetail, Reader.L.LeftInDetail(Deadline, instant));
    }
}
