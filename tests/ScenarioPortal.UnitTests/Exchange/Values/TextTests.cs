using CsCheck;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange.Values;

public sealed class TextTests
{
    [Theory]
    [InlineData("　 甲乙　", "甲乙")]
    [InlineData("甲\r\n乙\r丙", "甲\n乙\n丙")]
    [InlineData("甲\u0000\u0007乙\u200B", "甲乙")]
    [InlineData("１２３　全角", "１２３　全角")]
    public void Text_keeps_its_words_and_loses_what_cannot_be_kept(string text, string clean) => Assert.Equal(clean, CellText.Clean(text));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("甲乙", CellText.Clean("甲\ud800乙"));

    [Theory]
    [InlineData("共轴\n无人机", "共轴无人机")]
    [InlineData("TD550\n共轴", "TD550 共轴")]
    [InlineData("line one\nline two", "line one line two")]
    public void On_one_line_Chinese_closes_up(string text, string line) => Assert.Equal(line, CellText.OneLine(text));

    [Theory]
    [InlineData("人体姿态检测：不用摄像头", "人体姿态检测")]
    [InlineData("1、睡眠监测，连续记录", "睡眠监测")]
    [InlineData("管网水质预警。", "管网水质预警")]
    [InlineData("第一行\n第二行", "第一行")]
    [InlineData("3D打印", "3D打印")]
    [InlineData("：没有名字", "：没有名字")]
    [InlineData("这是一句很长很长的话、它在四十个字以内有一个顿号可以断开而后面还有很多很多的内容一直写下去", "这是一句很长很长的话")]
    public void A_title_is_what_stands_before_the_first_pause(string description, string title) => Assert.Equal(title, TitleText.From(description));

    [Fact]
    public void A_title_is_short_and_clean_whatever_it_comes_from() =>
        Gen.String.Sample(text => TitleText.From(text).Length <= TitleText.MaxLength && CellText.OneLine(TitleText.From(text)) == TitleText.From(text));

    [Fact]
    public void Cleaning_twice_is_cleaning_once() => Gen.String.Sample(text => CellText.Clean(CellText.Clean(text)) == CellText.Clean(text));

    [Fact]
    public void An_excerpt_is_short_whatever_it_comes_from() => Gen.String.Sample(text => CellText.Excerpt(text) is { Length: <= 40 } line && !line.Contains('\n', StringComparison.Ordinal));

    [Theory]
    [InlineData("440305", "440305", null, null)]
    [InlineData("滨江区（440305）", "440305", "滨江区", null)]
    [InlineData("浦东新区", null, "浦东新区", null)]
    [InlineData("天府新区", null, null, "天府新区")]
    [InlineData("前海", null, null, "前海")]
    [InlineData("市高新区", null, null, "市高新区")]
    public void A_place_is_a_region_or_a_zone(string text, string? code, string? name, string? zone)
    {
        var (region, readZone) = PlaceText.Read(text);

        Assert.Equal((code, name, zone), (region?.Code, region?.Name, readZone));
    }

    [Fact]
    public void Any_place_is_read_without_an_exception() => Gen.OneOf(Gen.String, Texts.Like("0123456789区县（）新 ")).Sample(text =>
        PlaceText.Read(text) is { Region: null } or { Zone: null } && PlaceText.District(text) is null or { Name.Length: > 0 });

    [Theory]
    [InlineData("预 算（万元）", "预算", "Wan")]
    [InlineData("预算：元", "预算元", "Yuan")]
    [InlineData("＊联系方式【必填】", "联系方式", "None")]
    [InlineData("ＴＲＬ", "trl", "None")]
    [InlineData("budget_wan", "budgetwan", "Wan")]
    [InlineData("（必填）", "必填", "None")]
    public void Headers_are_compared_bare_and_remember_their_unit(string written, string normal, string unit)
    {
        var name = HeaderName.Of(written);

        Assert.Equal((normal, unit), (name.Normal, name.Unit.ToString()));
    }

    [Theory]
    [InlineData("。")]
    [InlineData("(")]
    [InlineData("至")]
    [InlineData("-1")]
    [InlineData("、a")]
    public void A_very_long_text_is_words(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 50_000)) + "x";

        Assert.Equal((text, text, text), (MoneyText.Read(text).Note, DateText.Read(text).Note, TrlText.Read(text).Note));
        Assert.NotEmpty(ListText.Phrases(text));
    }

    [Fact]
    public void Column_letters_and_numbers_belong_together() => Gen.Int[1, 16_384].Sample(column => ColumnLetter.Parse(ColumnLetter.Of(column) + "7") == (column, 7));

    [Theory]
    [InlineData("三百五十", 350)]
    [InlineData("十五", 15)]
    [InlineData("两千", 2000)]
    [InlineData("一千零五", 1005)]
    [InlineData("二〇二六", 2026)]
    [InlineData("十百", null)]
    [InlineData("三百五五", null)]
    public void Chinese_numbers_are_read(string text, int? number) => Assert.Equal(number, ChineseNumber.TryParse(text));

    [Fact]
    public void Any_Chinese_number_is_read_without_an_exception() => Texts.Like(ChineseNumber.Characters).Sample(text => ChineseNumber.TryParse(text) is null or >= 0);
}
