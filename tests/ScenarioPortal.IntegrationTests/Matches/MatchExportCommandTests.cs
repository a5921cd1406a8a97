using System.Globalization;
using ScenarioPortal.Domain.Lists;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

public sealed class MatchExportCommandTests(PortalDatabase database)
{
    [Theory]
    [InlineData("opportunity", 1, 2)]
    [InlineData("capability", 2, 1)]
    public async Task Everything_is_ranked_from_either_side_best_first(string direction, int lists, int lines)
    {
        await using var portal = await PortalHost.StartAsync(database);
        await using var directory = new TemporaryDirectory();
        await portal.ImportAsync(ListKind.Opportunities, """{"id":"N1","title":"河道夜间漂浮物发现","publisher":"水务局","field":"水利","description":"夜间没有人看河道漂浮物。"}""");
        await portal.ImportAsync(ListKind.Capabilities,
            """
            {"id":"C1","company":"甲有限公司","field":"水利","title":"河道漂浮物夜间识别","description":"夜间发现河道漂浮物。"}
            {"id":"C2","company":"乙有限公司","field":"教育","title":"夜间自习室","description":"看书的地方。"}
            """);
        var file = directory.Below("run.tsv");

        using var export = PortalProcess.Start(portal.Access, "match", "export", "--top", "5", "--direction", direction, "--out", file);
        var failure = await export.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await export.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (export.ExitCode, failure));
        var rows = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Select(l => l.Split('\t')).ToArray();
        var groups = rows.GroupBy(r => direction == "opportunity" ? r[0] : r[1]).ToArray();
        Assert.Equal(lists, groups.Length);
        Assert.All(groups, g => Assert.Equal(Enumerable.Range(1, lines).Select(n => $"{n}"), g.Select(r => r[2])));
        Assert.Equal(["N1", "C1"], rows.MaxBy(r => double.Parse(r[3], CultureInfo.InvariantCulture))![..2]);
    }
}
