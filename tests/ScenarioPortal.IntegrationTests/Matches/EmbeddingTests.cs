using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Matches;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

/// <summary>A language model may tell what means the same; without one, and whatever becomes of it, the portal goes on as before.</summary>
public sealed class EmbeddingTests(PortalDatabase database)
{
    private const string Need = """{"id":"N1","title":"独居老人跌倒没人知道","publisher":"海淀区民政局","field":"民生养老","description":"独居老人夜里跌倒没人知道。","region":"北京市海淀区"}""";

    /// <summary>C3 has no word in common with the need.</summary>
    private const string Capabilities =
        """
        {"id":"C1","company":"甲有限公司","field":"民生养老","title":"老人陪伴","description":"老人陪伴和聊天。"}
        {"id":"C2","company":"乙有限公司","field":"民生养老","title":"独居老人用餐","description":"独居老人助餐，夜里也送。"}
        {"id":"C3","company":"丙有限公司","field":"民生养老","title":"毫米波雷达","description":"毫米波雷达姿态感应。"}
        {"id":"C4","company":"丁有限公司","field":"水利","title":"河道漂浮物清理","description":"无人艇自动清走。"}
        {"id":"C5","company":"戊有限公司","field":"交通运输","title":"热熔标线","description":"道路标线施工。"}
        """;

    [Fact]
    public async Task What_means_the_same_moves_up_once_the_model_has_read_it_and_stays_when_the_portal_starts_anew()
    {
        await using var model = await FakeModel.StartAsync();
        await using var portal = await StartAsync(model);
        var before = await ScoreAsync(portal, "C3");

        await ReadAllAsync(portal);

        var after = await ScoreAsync(portal, "C3");
        Assert.True(after > before, $"{before} → {after}");
        Assert.Equal(6, await portal.ReadAsync(db => db.TextVectors.CountAsync()));
        Assert.All(await portal.ReadAsync(db => db.TextVectors.AsNoTracking().ToListAsync()), v => Assert.Equal(1, v.Values.Sum(x => x * x), 0.001));
        Assert.All(model.Keys, key => Assert.Equal("Bearer secret-of-model", key));
        var match = await portal.ReadAsync(db => db.Matches.SingleAsync(m => db.Capabilities.Any(c => c.Id == m.CapabilityId && c.ExternalId == "C3")));
        Assert.Contains(match.Reasons, r => r.Criterion is Criterion.Meaning);
        Assert.Equal(match.Score, (double)match.Reasons.Sum(r => r.Points ?? 0));
        Assert.Contains("语义相近", await portal.Browser().ReadAsync(Links.Match(match.OpportunityId, match.CapabilityId)), StringComparison.Ordinal);
        await portal.Services.GetRequiredService<LiveIndex>().LoadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(after, await ScoreAsync(portal, "C3"));
        Assert.Equal(6, model.Read.Count);
    }

    [Fact]
    public async Task Only_what_is_published_leaves_the_house_and_only_what_changed_leaves_it_again()
    {
        await using var model = await FakeModel.StartAsync();
        await using var portal = await StartAsync(model);
        await portal.ImportAsync(ListKind.Opportunities, Need.Replace("N1", "N2", StringComparison.Ordinal).Replace("没人知道", "还不能公开", StringComparison.Ordinal), publish: false);
        await ReadAllAsync(portal);
        Assert.DoesNotContain(model.Read, t => t.Contains("还不能公开", StringComparison.Ordinal));
        Assert.DoesNotContain(model.Read, t => t.Contains("公司", StringComparison.Ordinal) || t.Contains("民政局", StringComparison.Ordinal));

        await portal.ImportAsync(ListKind.Capabilities, Capabilities.Split('\n')[4].Replace("道路标线施工", "道路标线施工，夜里做", StringComparison.Ordinal));
        await portal.MatchedAsync();
        await ReadAllAsync(portal);

        Assert.Equal("热熔标线\n道路标线施工，夜里做。", model.Read.Last());
        Assert.Equal(7, model.Read.Count);
        Assert.Equal(6, await portal.ReadAsync(db => db.TextVectors.CountAsync()));
    }

    [Theory]
    [InlineData("500")]
    [InlineData("rubbish")]
    [InlineData("too few")]
    [InlineData("no direction")]
    [InlineData("redirect")]
    [InlineData("torn")]
    public async Task Whatever_the_endpoint_answers_matching_goes_on_and_the_page_says_so(string answer)
    {
        await using var model = await FakeModel.StartAsync();
        model.Instead = context => answer switch
        {
            "500" => Task.FromResult(context.Response.StatusCode = 500),
            "rubbish" => context.Response.WriteAsync("<html>"),
            "too few" => context.Response.WriteAsJsonAsync(new { data = Enumerable.Range(0, 1).Select(index => new { index, embedding = new float[] { 1 } }) }),
            "no direction" => context.Response.WriteAsJsonAsync(new { data = Enumerable.Range(0, 6).Select(index => new { index, embedding = new float[3] }) }),
            "redirect" => Task.Run(() => context.Response.Redirect("/v1/elsewhere")),
            _ => Task.Run(context.Abort)
        };
        await using var portal = await StartAsync(model);
        var before = await ScoreAsync(portal, "C2");
        var administrator = await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));

        Assert.False(await portal.Services.GetRequiredService<EmbeddingWorker>().WorkAsync(TestContext.Current.CancellationToken));

        Assert.Equal(before, await ScoreAsync(portal, "C2"));
        var page = await administrator.ReadAsync(Links.Matching);
        Assert.Contains("没有应答", page, StringComparison.Ordinal);
        Assert.Contains("匹配照常，暂缺 6 段文字的语义", page, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.TextVectors.CountAsync()));

        model.Instead = null;
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await ReadAllAsync(portal);
        Assert.Equal(6, await portal.ReadAsync(db => db.TextVectors.CountAsync()));
        var worker = portal.Services.GetRequiredService<EmbeddingWorker>();
        Assert.Equal((0, null), (worker.Waiting, worker.FailingSince));
    }

    [Fact]
    public async Task Without_a_model_nothing_is_asked_and_vectors_that_lie_there_count_for_nothing()
    {
        await using var model = await FakeModel.StartAsync();
        await using var portal = await PortalHost.StartAsync(database);
        await FillAsync(portal);
        var before = await ScoreAsync(portal, "C2");
        await portal.SaveAsync([.. (await portal.ReadAsync(db => db.Capabilities.Select(c => c.Id).ToListAsync())).Select(id => new Data.Matches.TextVector
        {
            SubjectId = id,
            Model = "another",
            TextHash = new byte[32],
            Values = [1, 0],
            ComputedAt = portal.Clock.GetUtcNow()
        })]);

        await portal.Services.GetRequiredService<LiveIndex>().LoadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before, await ScoreAsync(portal, "C2"));
        Assert.Empty(model.Read);
    }

    private Task<PortalHost> StartAsync(FakeModel model) => StartedAsync(PortalHost.StartAsync(
        database,
        services => services.Remove(services.Last(s => s.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService) && s.ImplementationFactory?.Method.ReturnType == typeof(EmbeddingWorker))),
        ("Matching:Embedding:Endpoint", model.Address), ("Matching:Embedding:Model", "fake"), ("Matching:Embedding:Key", "secret-of-model")));

    private static async Task<PortalHost> StartedAsync(Task<PortalHost> starting)
    {
        var portal = await starting;
        await FillAsync(portal);
        return portal;
    }

    private static async Task FillAsync(PortalHost portal)
    {
        await portal.ImportAsync(ListKind.Opportunities, Need);
        await portal.ImportAsync(ListKind.Capabilities, Capabilities);
        await portal.MatchedAsync();
    }

    /// <summary>Until nothing is left, and what was matched before is matched anew.</summary>
    private static async Task ReadAllAsync(PortalHost portal)
    {
        while (await portal.Services.GetRequiredService<EmbeddingWorker>().WorkAsync(TestContext.Current.CancellationToken))
        {
            await portal.MatchedAsync();
            portal.Clock.Advance(TimeSpan.FromMinutes(2));
        }
    }

    private static async Task<double> ScoreAsync(PortalHost portal, string capability)
    {
        var (need, offer) = await portal.ReadAsync(async db => (
            await db.Opportunities.Where(o => o.ExternalId == "N1").Select(o => o.Id).SingleAsync(),
            await db.Capabilities.Where(c => c.ExternalId == capability).Select(c => c.Id).SingleAsync()));
        var matcher = portal.Services.GetRequiredService<LiveIndex>().Matcher;
        return matcher.Explain(matcher.Need(need)!, matcher.Capability(offer)!).Score;
    }
}
