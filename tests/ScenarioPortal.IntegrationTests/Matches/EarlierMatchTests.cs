using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Matches;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

/// <summary>When rules, weights or words are others, what is stored is judged again, by itself and by one version only.</summary>
public sealed class EarlierMatchTests(PortalDatabase database)
{
    private const string Needs =
        """
        {"id":"N1","title":"屋顶漏雨没人修","publisher":"海淀区房管局","field":"民生养老","region":"北京市海淀区","description":"屋顶漏雨，住户投诉多，楼顶渗水。"}
        {"id":"N2","title":"汛期夜间河道漂浮物的自动发现与清理","publisher":"海淀区水务局","field":"水利","description":"主城 47 公里河道靠人工巡查，夜间是空白。希望漂浮物出现一小时内被发现，两小时内清走。"}
        """;

    private const string Capabilities =
        """
        {"id":"C2","company":"青禾水域机器人有限公司","field":"水利","title":"水面漂浮物识别与无人艇收集","description":"岸上夜视相机识别河道漂浮物，无人艇自动清走，夜间可用。"}
        {"id":"C3","company":"朱漆标线工程有限公司","field":"交通运输","title":"热熔标线施划","description":"道路标线施工，保用三年。"}
        """;

    /// <summary>Two that share little or nothing with the first need, among others that make their words rare.</summary>
    private static readonly string Waterproofers = string.Join('\n',
    [
        """{"id":"W1","company":"甲有限公司","title":"防水卷材铺设","description":"防水卷材和密封胶条。"}""",
        """{"id":"W2","company":"乙有限公司","field":"民生养老","region":"北京市海淀区","title":"聚氨酯涂料施工","description":"屋顶用聚氨酯涂料，堵漏灌浆。"}""",
        .. new[] { "井盖位移", "路面积水", "山林烟火", "道路裂缝", "桥梁振动", "来电方言", "隧道渗漏", "泵站噪声", "树木倒伏", "车位引导", "垃圾分类", "水质监测", "电梯困人", "食堂配餐", "校车定位", "路灯节能" }
            .Select((thing, n) => $$"""{"id":"F{{n}}","company":"第{{n}}有限公司","title":"{{thing}}设备","description":"处理{{thing}}。"}""")
    ]);

    [Fact]
    public async Task Words_that_lead_further_bring_partners_that_were_none_and_all_is_judged_again()
    {
        await using var portal = await FilledAsync();
        await portal.ImportAsync(ListKind.Capabilities, Waterproofers);
        await using var node = await JudgingNode.StartAsync(portal, "0001");
        await node.WorkAllAsync();
        var before = await PairsAsync(portal);

        await portal.SaveAsync([.. new[] { ("屋顶漏雨", "防水卷材"), ("楼顶渗水", "密封胶条"), ("屋顶漏雨", "聚氨酯涂料"), ("楼顶渗水", "堵漏灌浆") }
            .Select(p => ThesaurusEntry.Shipped(WordRelation.Solves, p.Item1, p.Item2, null, portal.Clock.GetUtcNow()))]);
        await node.WorkAllAsync();

        var after = await PairsAsync(portal);
        var need = await portal.ReadAsync(db => db.Opportunities.Where(o => o.ExternalId == "N1").Select(o => o.Id).SingleAsync());
        Assert.True(after.Except(before).Any(), string.Join("; ", [.. after, .. node.Matcher.CapabilitiesFor(node.Matcher.Need(need)!, 5).Select(m => $"{m.Score:0.000}")]));
        await node.RequireAsync(portal, judge: 2);
    }

    [Fact]
    public async Task Of_two_versions_side_by_side_the_newer_judges_until_it_is_gone_for_good()
    {
        await using var portal = await FilledAsync();
        await using var older = await JudgingNode.StartAsync(portal, "0001");
        await older.WorkAllAsync();
        await using var newer = await JudgingNode.StartAsync(portal, "0002");
        await newer.WorkAllAsync();
        await newer.RequireAsync(portal, judge: 2);

        await portal.ImportAsync(ListKind.Capabilities, Capabilities.Split('\n')[1].Replace("保用三年", "夜间也施工", StringComparison.Ordinal));
        var byOlder = await older.WorkAsync();
        var byNewer = await newer.WorkAsync();
        await using var again = await JudgingNode.StartAsync(portal, "0001");
        var byStarted = await again.WorkAsync();
        var judgesSideBySide = await portal.ReadAsync(db => db.Judges.CountAsync());
        await RunAsync(portal, "UPDATE judges SET seen_at = seen_at - interval '2 minutes'");
        await older.WorkAllAsync();

        Assert.Equal((0, 1, 0, 2), (byOlder, byNewer, byStarted, judgesSideBySide));
        await older.RequireAsync(portal, judge: 3);
    }

    [Fact]
    public async Task What_a_version_that_knows_no_judges_writes_is_judged_again()
    {
        await using var portal = await FilledAsync();
        await using var node = await JudgingNode.StartAsync(portal, "0001");
        await node.WorkAllAsync();

        await RunAsync(portal, "UPDATE matches SET score = 0.5, reasons = '[]', computed_at = now()");
        var written = await portal.ReadAsync(db => db.Matches.Select(m => new { m.Score, m.JudgedBy }).Distinct().SingleAsync());
        node.Clock.Advance(TimeSpan.FromMinutes(1));
        await node.WorkAllAsync();

        Assert.Equal((0.5, 0), (written.Score, written.JudgedBy));
        await node.RequireAsync(portal, judge: 1);
    }

    [Fact]
    public async Task What_cannot_be_judged_again_is_left_to_the_backlog_and_holds_up_nothing()
    {
        await using var portal = await FilledAsync();
        await using var older = await JudgingNode.StartAsync(portal, "0001");
        await older.WorkAllAsync();
        await RunAsync(portal, "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$; CREATE TRIGGER refuse BEFORE INSERT ON matches FOR EACH ROW EXECUTE FUNCTION refuse()");
        await using var newer = await JudgingNode.StartAsync(portal, "0002");

        await newer.WorkAsync();
        var left = await portal.ReadAsync(db => db.Outbox.CountAsync(m => m.DoneAt == null));
        await RunAsync(portal, "DROP TRIGGER refuse ON matches");
        await newer.WorkAllAsync();

        Assert.Equal(2, left);
        await newer.RequireAsync(portal, judge: 2);
    }

    [Fact]
    public async Task A_node_whose_words_are_behind_reads_them_and_undoes_nobodys()
    {
        await using var portal = await FilledAsync();
        await using var one = await JudgingNode.StartAsync(portal, "0001");
        await one.WorkAllAsync();

        // Nobody is told of this one.
        await RunAsync(portal, "DELETE FROM thesaurus_entries WHERE id = (SELECT min(id::text)::uuid FROM thesaurus_entries WHERE state = 'Active')");
        await using var other = await JudgingNode.StartAsync(portal, "0001");
        await other.WorkAllAsync();
        await one.WorkAllAsync();
        await other.WorkAllAsync();

        Assert.Equal(2, await portal.ReadAsync(db => db.Judges.CountAsync()));
        await one.RequireAsync(portal, judge: 2);
    }

    /// <summary>Nobody judges but the nodes of the test.</summary>
    private async Task<PortalHost> FilledAsync()
    {
        var portal = await PortalHost.StartAsync(database, services => services.Remove(services.Single(s => s.ImplementationType == typeof(MatchWorker))));
        await portal.ImportAsync(ListKind.Opportunities, Needs);
        await portal.ImportAsync(ListKind.Capabilities, Capabilities);
        return portal;
    }

    private static Task<List<string>> PairsAsync(PortalHost portal) => portal.ReadAsync(db => (
        from match in db.Matches
        join opportunity in db.Opportunities on match.OpportunityId equals opportunity.Id
        join capability in db.Capabilities on match.CapabilityId equals capability.Id
        orderby opportunity.ExternalId, capability.ExternalId
        select opportunity.ExternalId + " " + capability.ExternalId).ToListAsync());

    private static async Task RunAsync(PortalHost portal, string sql)
    {
        await using var connection = new NpgsqlConnection(portal.Access.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
