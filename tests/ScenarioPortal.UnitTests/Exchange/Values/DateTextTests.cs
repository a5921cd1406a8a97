using System.Globalization;
using CsCheck;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Exchange.Reading.Values;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange.Values;

public sealed class DateTextTests
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    [Theory]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026/3/1", "2026-03-01")]
    [InlineData("2026.3.1", "2026-03-01")]
    [InlineData("2026年3月1日", "2026-03-01")]
    [InlineData("２０２６年３月１日", "2026-03-01")]
    [InlineData("2026 年 3 月 1 日", "2026-03-01")]
    [InlineData("二〇二六年三月十一日", "2026-03-11")]
    [InlineData("20260301", "2026-03-01")]
    [InlineData("2026-3-1 8:00", "2026-03-01")]
    [InlineData("2026-03-01T23:59:59Z", "2026-03-01")]
    [InlineData("2026年3月1日18时前", "2026-03-01")]
    [InlineData("截止时间：2026年3月1日（周日）", "2026-03-01")]
    [InlineData("2026年3月1日之前", "2026-03-01")]
    [InlineData("2026年2月1日至2026年3月1日", "2026-03-01")]
    [InlineData("2026.2.1-2026.3.1", "2026-03-01")]
    [InlineData("2026年3月底", "2026-03-31")]
    [InlineData("2026年2月", "2026-02-28")]
    [InlineData("2028年2月底前", "2028-02-29")]
    [InlineData("2026-03", "2026-03-31")]
    [InlineData("2026年3月中旬", "2026-03-20")]
    [InlineData("2026年底", "2026-12-31")]
    [InlineData("2026年年底前", "2026-12-31")]
    [InlineData("2026年上半年", "2026-06-30")]
    [InlineData("2026年第三季度", "2026-09-30")]
    [InlineData("46143", "2026-05-01")]
    public void Days_are_read(string text, string day)
    {
        var read = DateText.Read(text);

        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), read.Value);
        Assert.Null(read.Fault);
    }

    [Theory]
    [InlineData("3月底")]
    [InlineData("长期有效")]
    [InlineData("面议")]
    [InlineData("2026年")]
    [InlineData("签约后三个月")]
    [InlineData("1")]
    public void What_names_no_day_stays_words(string text)
    {
        var read = DateText.Read(text);

        Assert.Equal((null, text, null), (read.Value, read.Note, read.Fault));
        Assert.NotNull(read.Remark);
    }

    [Theory]
    [InlineData("2026-13-40")]
    [InlineData("2026年2月31日")]
    [InlineData("20260230")]
    [InlineData("2026年13月底")]
    public void A_day_that_does_not_exist_is_a_fault(string text) => Assert.Equal(CellRefusals.NoSuchDay, DateText.Read(text).Fault?.Template);

    [Fact]
    public void A_year_far_away_is_a_fault() => Assert.Equal(CellRefusals.YearOutOfRange, DateText.Read("3026-01-01").Fault?.Template);

    [Fact]
    public void A_month_says_how_it_was_read()
    {
        Assert.Equal("“2026年3月底”读作 2026-03-31。", DateText.Read("2026年3月底").Remark?.ToString());
        Assert.Equal("2026年3月底", DateText.Read("2026年3月底").Note);
        Assert.Null(DateText.Read("2026-03-31").Note);
    }

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        Gen.OneOf(Gen.String, Texts.Like("0123456789年月日号底上半季度第-/.: 至截止前一二三十（）")).Sample(text => DateText.Read(text) is { Fault: null } or { Value: null });

    [Fact]
    public void What_is_written_is_read_again() => Gen.Int[0, 40_000].Select(days => new DateOnly(1990, 1, 1).AddDays(days)).Sample(date =>
    {
        foreach (var form in Forms)
        {
            Assert.Equal(date, DateText.Read(date.ToString(form, CultureInfo.InvariantCulture)).Value);
        }
    });
}
