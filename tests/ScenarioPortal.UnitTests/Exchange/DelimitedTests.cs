using System.Text;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class DelimitedTests
{
    private const string Text = "应用场景名称,场景简介,牵头部门\r\n老人跌倒没人知道,盼有办法及时知道。,区民政局\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16, big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "GB18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text) }
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_encoding_is_told_by_the_bytes_whatever_the_name(string encoding, byte[] file)
    {
        var outcome = await Sent.NeedsAsync(file, "清单.xlsx");

        Assert.True(("老人跌倒没人知道", "区民政局") == (outcome.Rows[0].Title, outcome.Rows[0].Publisher), encoding);
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData(';')]
    public async Task The_separator_is_the_one_that_shows_a_header(char separator)
    {
        var outcome = await Sent.NeedsAsync($"某市清单，第一批；共三项\n场景名称{separator}场景简介\n一{separator}\"甲,乙;丙\t丁\"");

        Assert.Equal(("一", "甲,乙;丙\t丁"), (outcome.Rows[0].Title, outcome.Rows[0].Description));
    }

    [Fact]
    public async Task Quotes_may_enclose_line_breaks_and_doubled_quotes()
    {
        var outcome = await Sent.NeedsAsync("场景名称,场景简介\n一,\"第一行\n第二行，所谓\"\"智慧\"\"\"\n\n二,5\"屏");

        Assert.Equal("第一行\n第二行，所谓\"智慧\"", outcome.Rows[0].Description);
        Assert.Equal((4, "5\"屏"), (outcome.Rows[1].Origin.Row, outcome.Rows[1].Description));
    }

    [Fact]
    public async Task A_quote_that_never_ends_is_refused_before_it_swallows_the_file()
    {
        var refusal = await Sent.RefusalOfAsync("场景名称,场景简介\n一,\"没有结束" + new string('长', 200), options: new() { Limits = new() { CellLength = 100 } });

        Assert.Equal(FileRefusals.CellTooLong, refusal);
    }

    [Fact]
    public async Task A_leading_apostrophe_or_sign_stays_text()
    {
        var outcome = await Sent.NeedsAsync("场景名称,场景简介\n'=1+1,@甲");

        Assert.Equal(("'=1+1", "@甲"), (outcome.Rows[0].Title, outcome.Rows[0].Description));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_in_any_known_encoding_are_refused() =>
        Assert.Equal(FileRefusals.UnknownEncoding, await Sent.RefusalOfAsync([.. Encoding.UTF8.GetBytes("场景名称,"), 0xFF, 0xFF, 0xFF, (byte)'\n'], "清单.csv"));
}
