using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Web;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Matches;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

/// <summary>A node without pages that judges when the test says so, as a version of the program that the test names.</summary>
internal sealed class JudgingNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private JudgingNode(ServiceProvider services, FakeTimeProvider clock) => (_services, Clock) = (services, clock);

    public FakeTimeProvider Clock { get; }

    public Matcher Matcher => _services.GetRequiredService<LiveIndex>().Matcher;

    /// <summary>Reads everything, as a start does.</summary>
    public static async Task<JudgingNode> StartAsync(PortalHost portal, string program)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPortalCore(portal.Access, new PortalPaths { Own = Path.GetTempPath() }, new HomeRegion(null));
        services.AddSingleton(new JudgingProgram(program));
        services.AddSingleton<TimeProvider>(clock);
        var node = new JudgingNode(services.BuildServiceProvider(), clock);
        await node._services.GetRequiredService<LiveIndex>().LoadAsync(TestContext.Current.CancellationToken);
        return node;
    }

    /// <summary>One batch; says how many it had.</summary>
    public Task<int> WorkAsync() => _services.GetRequiredService<MatchKeeper>().WorkAsync(TestContext.Current.CancellationToken);

    public async Task WorkAllAsync()
    {
        while (await WorkAsync() > 0)
        {
        }
    }

    /// <summary>What would be stored if everything were judged from nothing.</summary>
    public IReadOnlyDictionary<(Guid, Guid), MatchExplanation> Expected(IEnumerable<Guid> needs, IEnumerable<Guid> capabilities)
    {
        var ofNeeds = needs.SelectMany(id => Matcher.CapabilitiesFor(Matcher.Need(id)!, PairJudge.Kept).Select(m => (id, m.Id, m.Score)));
        var ofCapabilities = capabilities.SelectMany(id => Matcher.NeedsFor(Matcher.Capability(id)!, PairJudge.Kept).Select(m => (m.Id, id, m.Score)));
        return ofNeeds.Concat(ofCapabilities).Where(p => p.Item3 >= Matcher.ShownFrom).Select(p => (p.Item1, p.Item2)).Distinct()
            .ToDictionary(p => p, p => Matcher.Explain(Matcher.Need(p.Item1)!, Matcher.Capability(p.Item2)!));
    }

    /// <summary>What is stored is what a start from nothing would store, each with points that are its score, all by this judge.</summary>
    public async Task RequireAsync(PortalHost portal, int judge)
    {
        var stored = await portal.ReadAsync(db => db.Matches.AsNoTracking().ToListAsync());
        var (needs, capabilities) = (await portal.ReadAsync(db => db.Opportunities.Select(o => o.Id).ToListAsync()), await portal.ReadAsync(db => db.Capabilities.Select(c => c.Id).ToListAsync()));
        var expected = Expected(needs, capabilities);
        Assert.NotEmpty(stored);
        Assert.All(stored, m => Assert.Equal(judge, m.JudgedBy));
        Assert.Equal(expected.Keys.Order(), stored.Select(m => (m.OpportunityId, m.CapabilityId)).Order());
        Assert.All(stored, m =>
        {
            var explained = expected[(m.OpportunityId, m.CapabilityId)];
            Assert.Equal(explained.Score, m.Score, 1e-9);
            Assert.Equal(explained.Reasons.Select(r => (r.Criterion, r.Verdict, r.Detail)), m.Reasons.Select(r => (r.Criterion, r.Verdict, r.Detail)));
            Assert.Equal(m.Score, (double)m.Reasons.Sum(r => r.Points ?? 0), 1e-9);
        });
        Assert.Equal(needs.Count + capabilities.Count, await portal.ReadAsync(db => db.Judgings.CountAsync(j => j.JudgedBy == judge)));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
