using CsCheck;
using ScenarioPortal.Exchange.Reading.Values;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange.Values;

public sealed class ListTextTests
{
    [Theory]
    [InlineData("雷达、红外，声学；激光/视觉\n触觉", "雷达|红外|声学|激光|视觉|触觉")]
    [InlineData("1、雷达；2、红外", "雷达|红外")]
    [InlineData("①雷达 ②红外", "雷达 ②红外")]
    [InlineData("无人机（含机库、云台），5G", "无人机（含机库、云台）|5G")]
    [InlineData("雷达、 雷达 、。", "雷达")]
    [InlineData("3D打印、2.4G通信", "3D打印|2.4G通信")]
    public void Phrases_are_split_and_cleaned(string text, string phrases) => Assert.Equal(phrases.Split('|'), ListText.Phrases(text));

    [Fact]
    public void Sentences_keep_their_commas() =>
        Assert.Equal(["龙岗河，试用3个月", "东江、北江"], ListText.Sentences("1. 龙岗河，试用3个月；\n2. 东江、北江。"));

    [Theory]
    [InlineData("红外视频、雷达探测", 2)]
    [InlineData("欢迎有激光测距经验的单位联合建设。", 0)]
    [InlineData("雷达", 0)]
    [InlineData("先在市社会福利院4楼、5楼96张床试", 0)]
    [InlineData("提供场地、数据，欢迎共建", 0)]
    [InlineData("欢迎具有丰富实施经验和能力的团队参与、投资", 0)]
    [InlineData("技术方向：雷达、红外", 0)]
    public void Only_a_list_of_short_phrases_counts_as_one(string text, int count) => Assert.Equal(count, ListText.OnlyPhrases(text).Count);

    [Fact]
    public void Any_text_is_split_without_an_exception_or_empty_entries() =>
        Gen.String.Sample(text => ListText.Phrases(text).Concat(ListText.Sentences(text)).Concat(ListText.OnlyPhrases(text)).All(entry => entry.Length > 0));

    [Fact]
    public void What_is_joined_is_split_again() => Texts.Like("雷达红外声学激光abc").Where(word => word.Length > 0).List[1, 8].Sample(words =>
        Assert.Equal(words.Distinct(), ListText.Phrases(string.Join('、', words))));
}
