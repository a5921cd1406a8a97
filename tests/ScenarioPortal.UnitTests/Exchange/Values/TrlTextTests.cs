using CsCheck;
using ScenarioPortal.Exchange.Reading.Values;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange.Values;

public sealed class TrlTextTests
{
    [Theory]
    [InlineData("TRL7", 7)]
    [InlineData("TRL 7级", 7)]
    [InlineData("TRL-8", 8)]
    [InlineData("8级", 8)]
    [InlineData("9", 9)]
    [InlineData("９", 9)]
    [InlineData("七级", 7)]
    [InlineData("第8级（小批量）", 8)]
    [InlineData("技术成熟度：8", 8)]
    public void Levels_are_read(string text, int level)
    {
        var read = TrlText.Read(text);

        Assert.Equal((level, null), (read.Value, read.Remark));
    }

    [Theory]
    [InlineData("TRL 6-7", 6)]
    [InlineData("7~6级", 6)]
    [InlineData("TRL6至TRL8", 6)]
    public void Of_a_range_the_lower_level_counts_and_it_is_said(string text, int level)
    {
        var read = TrlText.Read(text);

        Assert.Equal(level, read.Value);
        Assert.Equal($"“{text}”取较低的 TRL {level}。", read.Remark?.ToString());
    }

    [Theory]
    [InlineData("已量产")]
    [InlineData("0")]
    [InlineData("10级")]
    [InlineData("TRL 6-12")]
    [InlineData("2026")]
    public void What_is_no_level_stays_words(string text)
    {
        var read = TrlText.Read(text);

        Assert.Equal((null, text, null), (read.Value, read.Note, read.Fault));
    }

    [Fact]
    public void Any_text_is_read_without_an_exception_and_within_the_scale() =>
        Gen.OneOf(Gen.String, Texts.Like("TRLtrl0123456789-~至级第一八十 （）")).Sample(text => TrlText.Read(text).Value is null or (>= 1 and <= 9));

    [Fact]
    public void What_is_written_is_read_again() => Gen.Int[1, 9].Sample(level => TrlText.Read($"TRL {level}").Value == level);
}
