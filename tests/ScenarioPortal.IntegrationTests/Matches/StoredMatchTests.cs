using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

public sealed class StoredMatchTests(PortalDatabase database)
{
    private const string Needs =
        """
        {"id":"N1","title":"汛期夜间河道漂浮物的自动发现与清理","publisher":"海淀区水务局","field":"水利","description":"主城 47 公里河道靠人工巡查，夜间是空白。希望漂浮物出现一小时内被发现，两小时内清走。"}
        {"id":"N2","title":"本地话来电的听写与分派","publisher":"海淀区政务服务中心","field":"政务服务","description":"每天约 4800 通来电，三成是方言。希望边听边写，一次派对部门。"}
        """;

    private const string Capabilities =
        """
        {"id":"C1","company":"青禾水域机器人有限公司","field":"水利","title":"水面漂浮物识别与无人艇收集","description":"岸上夜视相机识别河道漂浮物，无人艇自动清走，夜间可用。"}
        {"id":"C2","company":"听澜语音科技有限公司","field":"人工智能","title":"十一种方言的实时语音识别","description":"来电边听边写，方言听写字准率 91%，自动分派到部门。"}
        {"id":"C3","company":"朱漆标线工程有限公司","field":"交通运输","title":"热熔标线施划","description":"道路标线施工，保用三年。"}
        """;

    [Fact]
    public async Task Needs_and_capabilities_that_say_the_same_are_matched_with_reasons_from_both_texts()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Needs);
        await portal.ImportAsync(ListKind.Capabilities, Capabilities);

        await portal.MatchedAsync();

        Assert.Equal([("N1", "C1"), ("N2", "C2")], await BestAsync(portal));
        var match = await portal.ReadAsync(db => db.Matches.OrderByDescending(m => m.Score).FirstAsync());
        var purpose = match.Reasons.First(r => r.Criterion is Criterion.Purpose);
        Assert.Equal([Side.Need, Side.Capability], purpose.Passages.Select(p => p.Side));
        Assert.All(purpose.Passages, p => Assert.NotEmpty(p.Highlights));
    }

    [Fact]
    public async Task One_changed_capability_is_judged_again_and_the_others_are_left_alone()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Needs);
        await portal.ImportAsync(ListKind.Capabilities, Capabilities);
        await portal.MatchedAsync();
        var before = await ComputedAsync(portal);

        await portal.ImportAsync(ListKind.Capabilities, Capabilities.Split('\n')[0].Replace("夜间可用", "夜间可用，雨天也可用", StringComparison.Ordinal));
        await portal.MatchedAsync();

        var after = await ComputedAsync(portal);
        Assert.True(after["C1"] > before["C1"]);
        Assert.Equal(before["C2"], after["C2"]);
    }

    [Fact]
    public async Task What_cannot_be_worked_on_is_put_off_and_parked_after_five_attempts()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.SaveAsync(new OutboxMessage(OutboxKind.OpportunityChanged, Guid.CreateVersion7()));
        var backlog = (OutboxBacklog)portal.Services.GetService(typeof(OutboxBacklog))!;
        var first = await portal.ReadAsync(db => db.Outbox.SingleAsync(m => m.Kind == OutboxKind.OpportunityChanged));
        var work = new OutboxWork(first.Id, first.Kind, first.SubjectId);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await backlog.PutOffAsync([work], "no", CancellationToken.None);
        }

        var parked = await portal.ReadAsync(db => db.Outbox.SingleAsync(m => m.Id == first.Id));
        Assert.Equal((5, "no"), (parked.Attempts, parked.LastError));
        Assert.NotNull(parked.ParkedAt);
    }

    private static Task<List<(string?, string?)>> BestAsync(PortalHost portal) => portal.ReadAsync(async db =>
    {
        var matches = await (
            from match in db.Matches
            join opportunity in db.Opportunities on match.OpportunityId equals opportunity.Id
            join capability in db.Capabilities on match.CapabilityId equals capability.Id
            orderby match.Score descending
            select new { Need = opportunity.ExternalId, Capability = capability.ExternalId }).ToListAsync();
        return matches.DistinctBy(m => m.Need).OrderBy(m => m.Need).Select(m => ((string?)m.Need, (string?)m.Capability)).ToList();
    });

    private static Task<Dictionary<string, DateTimeOffset>> ComputedAsync(PortalHost portal) => portal.ReadAsync(db => (
        from match in db.Matches
        join capability in db.Capabilities on match.CapabilityId equals capability.Id
        group match by capability.ExternalId into g
        select new { g.Key, At = g.Max(m => m.ComputedAt) }).ToDictionaryAsync(g => g.Key!, g => g.At));
}
