using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Text;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class AsidesTests
{
    private static readonly TextAnalyzer Analyzer = TinyDictionary.Load(TinyDictionary.Words + """

        不想 90 v
        摄像头 80 n
        安装 90 v
        装备 90 n
        用户 90 n
        要求 90 v
        就业 90 v
        目的 90 n
        不锈钢 50 n
        第二天 90 t
        夜里 90 t
        拒绝 90 v
        """);

    [Theory]
    [InlineData("老人摔倒没人知道，不想装摄像头", "装摄像头")]
    [InlineData("不要摄像头、录音，要毫米波雷达", "摄像头、录音")]
    [InlineData("不用无人机就能发现", "无人机")]
    [InlineData("不用人下水的办法", "人下水")]
    [InlineData("无需直升机也可灭火", "直升机")]
    [InlineData("无须改造管网。水库", "改造管网")]
    [InlineData("现场不采集视频", "视频")]
    [InlineData("老人普遍反感装摄像头，手环", "装摄像头")]
    [InlineData("拒绝视频识别", "视频识别")]
    [InlineData("房间里不许再装摄像头", "再装摄像头")]
    [InlineData("家中不得录像录音", "录像录音")]
    [InlineData("老人身上别戴东西", "戴东西")]
    [InlineData("还没有安装摄像头", "安装摄像头")]
    public void What_a_need_refuses_is_said_in_passing(string need, string refused)
    {
        Assert.Equal(refused, Marked(need));
    }

    [Theory]
    [InlineData("老人摔倒没人知道")]
    [InlineData("发现不及时、人手不足")]
    [InlineData("无人机巡查无人看管的水库")]
    [InlineData("不停产检测，非接触测量，无线传输")]
    [InlineData("不锈钢管网漏损")]
    [InlineData("禁止电动车进电梯")]
    [InlineData("火不得不人工灭")]
    [InlineData("火要不要灭")]
    [InlineData("数据不能出医院")]
    [InlineData("没有市电的水库")]
    [InlineData("不用户外直升机")]
    [InlineData("不装备直升机")]
    public void A_negation_that_belongs_to_the_problem_or_to_a_word_refuses_nothing(string need)
    {
        Assert.Equal("", Marked(need));
    }

    [Theory]
    [InlineData("不想就业培训，要灭火", "就业培训")]
    [InlineData("不想看目的，要灭火", "看目的")]
    public void A_refusal_does_not_end_inside_a_word(string need, string refused)
    {
        Assert.Equal(refused, Marked(need));
    }

    [Fact]
    public void A_refusal_is_seen_however_it_is_written_and_where_it_stands_in_the_original()
    {
        Assert.Equal("Ａ㎡無人機", Marked("㎡不用Ａ㎡無人機，消防"));
    }

    [Fact]
    public void When_and_how_often_are_said_in_passing()
    {
        Assert.Equal("夜里第二天", Marked("夜里水库第二天"));
    }

    [Fact]
    public void What_is_refused_brings_no_score_and_is_not_highlighted()
    {
        var matcher = Matcher(Capability(1, "摄像头视频识别"), Capability(2, "老人摔倒检测"));
        var need = Need("老人摔倒，不想装摄像头");

        var explanation = matcher.Explain(need, Capability(1, "老人摔倒摄像头"));

        Assert.Equal([DocumentGen.Identity(2)], matcher.CapabilitiesFor(need, 10).Select(m => m.Id));
        Assert.Equal(["老人摔倒", "老人摔倒"], explanation.Reasons[0].Passages.SelectMany(p => p.Highlights.Select(h => p.Text.Substring(h.Start, h.Length))));
    }

    [Fact]
    public void What_is_refused_once_and_wanted_elsewhere_is_wanted()
    {
        var matcher = Matcher(Capability(1, "摄像头视频识别"));

        Assert.NotEmpty(matcher.CapabilitiesFor(Need("室内不要摄像头，室外要摄像头"), 10));
    }

    [Fact]
    public void What_a_capability_does_without_still_names_it()
    {
        var matcher = Matcher(Capability(1, "不用无人机"));

        Assert.NotEmpty(matcher.CapabilitiesFor(Need("无人机"), 10));
    }

    [Fact]
    public void A_search_finds_what_a_need_refuses()
    {
        var matcher = Matcher();
        matcher.Apply(new MatcherChanges { Needs = [Need("老人摔倒，不想装摄像头")] });

        Assert.Single(matcher.SearchNeeds("摄像头", 10));
    }

    private static string Marked(string text)
    {
        var terms = new List<Term>();
        Analyzer.Analyze(text, terms);
        var marks = Analyzer.Asides(text, terms);
        return string.Concat(text.Where((_, place) => marks[place]));
    }

    private static Matcher Matcher(params CapabilityDocument[] capabilities)
    {
        var matcher = new Matcher(Analyzer);
        matcher.Apply(new MatcherChanges { Capabilities = [.. capabilities, .. Enumerable.Range(100, 40).Select(number => Capability(number, "系统"))] });
        return matcher;
    }

    private static NeedDocument Need(string description) =>
        new() { Id = DocumentGen.Identity(50), Revision = 1, Title = "", Description = description };

    private static CapabilityDocument Capability(int number, string title) =>
        new() { Id = DocumentGen.Identity(number), Revision = 1, Title = title, Description = "" };
}
