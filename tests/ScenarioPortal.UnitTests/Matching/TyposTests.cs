using CsCheck;
using ScenarioPortal.Matching.Text;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class TyposTests
{
    private static readonly TextAnalyzer Analyzer = ShippedDictionary.Analyzer();

    private static readonly List<(string Wrong, string Right)> Slips =
        [.. File.ReadLines(ShippedDictionary.Paths.Data("typos.csv")).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(',')).Select(sides => (sides[0], sides[1]))];

    [Theory]
    [InlineData("统一帐号登录", "统一账号登录")]
    [InlineData("傳感器布署在橋樑", "传感器部署在桥梁")]
    [InlineData("統一帳號", "统一账号")]
    [InlineData("渡假村的座标", "度假村的坐标")]
    [InlineData("图象识别与银行帐户", "图像识别与银行账户")]
    [InlineData("用户登陆系统后粘帖", "用户登录系统后粘贴")]
    public void A_slip_is_read_as_what_was_meant(string written, string meant)
    {
        Assert.Equal(meant, Analyzer.Normalise(written));
    }

    [Theory]
    [InlineData("讲座标题")]
    [InlineData("发布署名文章")]
    [InlineData("台风登陆")]
    [InlineData("大形势")]
    [InlineData("授予警衔")]
    [InlineData("全部份额")]
    [InlineData("备注消息")]
    [InlineData("从内侧量起")]
    [InlineData("脉冲电流")]
    [InlineData("情不自已")]
    public void The_same_characters_across_the_bounds_of_words_stay(string text)
    {
        Assert.Equal(text, Analyzer.Normalise(text));
    }

    [Fact]
    public void Every_slip_of_the_list_is_corrected_alone_and_in_a_sentence_and_is_no_part_of_what_is_meant()
    {
        Assert.InRange(Slips.Count, 120, int.MaxValue);
        Assert.All(Slips, slip => Assert.Equal($"{slip.Right}、{slip.Right}", Analyzer.Normalise($"{slip.Wrong}、{slip.Wrong}")));
        Assert.All(Slips, slip => Assert.DoesNotContain(Slips, other => slip.Right.Contains(other.Wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_found_is_the_slip_in_the_original_text()
    {
        const string text = "①㎡ 平台布署好";
        var terms = new List<Term>();

        Analyzer.Analyze(text, terms);

        var found = Assert.Single(terms, term => term.Key == TermKey.Of("部署"));
        Assert.Equal("布署", text.Substring(found.Start, found.Length));
    }

    [Fact]
    public void However_slips_meet_every_character_keeps_its_place()
    {
        Gen.OneOfConst([.. Slips.SelectMany(slip => new[] { slip.Wrong, slip.Right, slip.Wrong[..1], slip.Wrong[1..] })]).Array[0, 12].Select(string.Concat)
            .Sample(text => Analyzer.Normalise(text).Length == text.Length);
    }

    [Theory]
    [InlineData("布署,部署了")]
    [InlineData("布署")]
    [InlineData("布,部")]
    [InlineData("wifi,wlan")]
    public void A_line_that_would_move_other_characters_is_refused(string line)
    {
        Assert.Contains(line, Assert.Throws<InvalidDataException>(() => Typos.Load(new StringReader($"wrong,right\n{line}"))).Message, StringComparison.Ordinal);
    }
}
