using System.Globalization;
using ScenarioPortal.Web.Commands;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

public sealed class DuplicatesCommandTests
{
    [Fact]
    public async Task Each_pair_gets_a_line_with_its_score_and_verdict()
    {
        var (code, lines) = await RunAsync(
            """
            {"a":{"title":"独居老人摔倒没人知道","description":"夜里摔了第二天才被发现","region":"示范市云桥区"},"b":{"title":"长者居家跌倒及时发现","description":"高龄长者跌倒后无人察觉，自动告警","region":{"code":"440307","name":"海湾市东港区"}}}

            {"a":{"title":"桥梁裂缝检查","description":"查梁底裂缝"},"b":{"title":"食堂食材追溯","description":"午餐用什么菜","region":null}}
            """);

        Assert.Equal(0, code);
        Assert.Equal(["duplicate", "different"], lines.Select(l => l.Split('\t')[1]));
        Assert.All(lines, l => Assert.InRange(double.Parse(l.Split('\t')[0], CultureInfo.InvariantCulture), 0, 1));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"a":{"title":"桥"}}""")]
    [InlineData("""{"a":{"title":1},"b":{}}""")]
    [InlineData("[]")]
    public async Task A_line_of_another_form_ends_it_with_a_failure(string line)
    {
        Assert.Equal((1, 0), await RunAsync(line) is var (code, lines) ? (code, lines.Length) : default);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_failure()
    {
        Assert.Equal(1, await DuplicatesCommand.RunAsync(new FileInfo("/no/such/file.jsonl"), null, TextWriter.Null, CancellationToken.None));
    }

    private static async Task<(int Code, string[] Lines)> RunAsync(string text)
    {
        using var folder = new TemporaryDirectory();
        var file = new FileInfo(Path.Combine(folder.Path, "pairs.jsonl"));
        await File.WriteAllTextAsync(file.FullName, text);
        await using var output = new StringWriter();
        var code = await DuplicatesCommand.RunAsync(file, folder.Path, output, CancellationToken.None);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
