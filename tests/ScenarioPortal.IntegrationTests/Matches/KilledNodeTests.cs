using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Matching;
using ScenarioPortal.Web.Matches;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

/// <summary>A node dies in the middle, with everything that it held in memory.</summary>
public sealed class KilledNodeTests(PortalDatabase database)
{
    /// <summary>More than one batch of either side, and more than an index merges at once.</summary>
    private const int Needs = 240;
    private const int Capabilities = 160;

    private static readonly string[] Things = ["河道漂浮物", "井盖位移", "独居老人跌倒", "路面积水", "山林烟火", "道路裂缝", "桥梁振动", "来电方言", "隧道渗水", "屋顶漏雨", "泵站噪声", "树木倒伏"];
    private static readonly string[] Deeds = ["自动发现", "夜间巡查", "实时识别", "远程监测", "提前预警"];

    /// <summary>It is stopped where it has judged some of what it should judge again, holds a batch that is half written, and takes in new capabilities beside it.</summary>
    [Fact]
    public async Task A_node_that_is_killed_while_it_judges_again_leaves_whole_batches_and_the_next_completes_them()
    {
        await using var portal = await PortalHost.StartAsync(database, services => services.Remove(services.Single(s => s.ImplementationType == typeof(MatchWorker))));
        await portal.ImportAsync(ListKind.Opportunities, Lines(Needs, Need));
        await portal.ImportAsync(ListKind.Capabilities, Lines(Capabilities, Capability));
        await using (var before = await JudgingNode.StartAsync(portal, "0000"))
        {
            await before.WorkAllAsync();
            await before.RequireAsync(portal, judge: 1);
        }

        await using var folder = new TemporaryDirectory();
        await using (var beside = new NpgsqlConnection(portal.Access.Owner))
        {
            await beside.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = await beside.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await RunAsync(beside, "SELECT 1 FROM matches WHERE opportunity_id = (SELECT min(opportunity_id::text)::uuid FROM matches) FOR UPDATE");
            using var node = Serve(portal, folder.Below("first"));
            await UntilAsync(node, beside, "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())");
            await portal.ImportAsync(ListKind.Capabilities, Lines(Capabilities, n => Capability(n + Capabilities)));

            node.Kill(entireProcessTree: true);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var half = await portal.ReadAsync(db => db.Judgings.GroupBy(j => j.JudgedBy).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        var mixed = await portal.ReadAsync(db => db.Matches.Select(m => m.JudgedBy).Distinct().OrderBy(j => j).ToListAsync());
        using var next = Serve(portal, folder.Below("next"));
        try
        {
            var address = await AddressAsync(next);
            await using var connection = new NpgsqlConnection(portal.Access.Owner);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await UntilAsync(next, connection,
                "SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox WHERE done_at IS NULL) AND NOT EXISTS (SELECT FROM judgings WHERE judged_by < 2) AND NOT EXISTS (SELECT FROM matches WHERE judged_by < 2)");

            Assert.Equal([1, 2], mixed);
            Assert.Equal((200, Needs + Capabilities - 200), (half[2], half[1]));
            await using var fresh = await JudgingNode.StartAsync(portal, "0000");
            Assert.Equal((Needs, 2 * Capabilities), (fresh.Matcher.NeedCount, fresh.Matcher.CapabilityCount));
            foreach (var thing in Things)
            {
                Assert.Equal(Answer(fresh.Matcher, $"{thing}没人管"), await AnswerAsync(address, $"{thing}没人管"));
            }
        }
        finally
        {
            next.Kill(entireProcessTree: true);
        }
    }

    private static Process Serve(PortalHost portal, string folder) =>
        PortalProcess.Start(portal.Access, "run", "--empty", "--urls", "http://127.0.0.1:0", "--data", folder, "--Logging:File=false");

    private static async Task<Uri> AddressAsync(Process node)
    {
        const string ready = "Portal ready: ";
        while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(ready, StringComparison.Ordinal))
            {
                return new Uri(line[ready.Length..]);
            }
        }

        throw new InvalidOperationException(await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private static Task UntilAsync(Process node, NpgsqlConnection connection, string question) => Eventually.IsTrueAsync(
        () =>
        {
            Assert.False(node.HasExited);
            using var command = new NpgsqlCommand(question, connection);
            return Convert.ToInt64(command.ExecuteScalar() ?? 0, null) > 0;
        },
        question);

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static string[] Answer(Matcher matcher, string text) =>
    [
        .. matcher.CapabilitiesFor(new NeedDocument { Id = Guid.Empty, Revision = 1, Title = "", Description = text }, 10)
            .Where(m => m.Score >= Matcher.ShownFrom).Select(m => $"{m.Id} {m.Score:0.000000}").Order()
    ];

    private static async Task<string[]> AnswerAsync(Uri address, string text)
    {
        using var browser = new HttpClient { BaseAddress = address };
        var answer = await browser.PostAsJsonAsync("/api/v1/match", new { description = text, top = 10 }, TestContext.Current.CancellationToken);
        var matches = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("matches");
        return [.. matches.EnumerateArray().Select(m => $"{m.GetProperty("capability").GetProperty("id").GetString()} {m.GetProperty("score").GetDouble():0.000000}").Order()];
    }

    private static string Need(int n) =>
        $$"""{"id":"N{{n}}","title":"{{Things[n % Things.Length]}}没人管第{{n}}处","publisher":"第{{n % 7}}分局","description":"{{Things[n % Things.Length]}}，希望{{Deeds[n % Deeds.Length]}}，编号{{n}}。"}""";

    private static string Capability(int n) =>
        $$"""{"id":"C{{n}}","company":"第{{n % 50}}有限公司","title":"{{Things[n % Things.Length]}}{{Deeds[n % Deeds.Length]}}系统 {{n}}","description":"{{Deeds[(n + 1) % Deeds.Length]}}{{Things[n % Things.Length]}}，型号{{n}}。"}""";

    private static string Lines(int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(0, count).Select(line));
}
