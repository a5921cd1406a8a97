using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.EndToEndTests;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.Web;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Matches;
using Xunit;

[assembly: AssemblyFixture(typeof(DemonstrationPortal))]

namespace ScenarioPortal.EndToEndTests;

/// <summary>
/// The portal of the fictional 示范市, as <c>./portal run</c> shows it, on a real port: all five demonstration lists, matched.
/// Tests read it and change nothing but sessions, so one serves them all. Its lists came out a week before the day it is looked at.
/// </summary>
public sealed class DemonstrationPortal : IAsyncLifetime
{
    public const string NeedTitle = "本地话讲不清，单子派出去又退回来";

    private readonly PortalDatabase _database = new();
    private PortalHost _host = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>The addresses of one page of each kind.</summary>
    public Places Places { get; private set; } = null!;

    /// <summary>Gives this tab the session of somebody with this role.</summary>
    public Task SignInAsync(Visit visit, StaffRole role) => visit.SignInAsync(_host, Address, role);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _host = await PortalHost.StartAsync(_database);
        await FillAsync(_host.Access, new FakeTimeProvider(_host.Clock.GetUtcNow().AddDays(-7)));
        Address = _host.Serve();
        Places = await FindPlacesAsync();
        await SignInPlaces.MakeAsync(_host);
        await MyPlaces.MakeAsync(_host);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    /// <summary>Imports and matches at one instant, so that no picture depends on how long it took.</summary>
    private static async Task FillAsync(DatabaseAccess access, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPortalCore(access, new PortalPaths { Own = Path.GetTempPath() }, new HomeRegion("990100"));
        services.AddSingleton(clock);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<PortalPreparation>().PrepareAsync(withDemonstration: true, CancellationToken.None);
        await provider.GetRequiredService<LiveIndex>().LoadAsync(CancellationToken.None);
        var keeper = provider.GetRequiredService<MatchKeeper>();
        while (await keeper.WorkAsync(CancellationToken.None) > 0)
        {
        }
    }

    private Task<Places> FindPlacesAsync() => _host.ReadAsync(async db =>
    {
        var need = await db.Opportunities.Where(o => o.Title == NeedTitle).Select(o => o.Id).SingleAsync();
        var offer = await db.Matches.Where(m => m.OpportunityId == need).OrderByDescending(m => m.Score).Select(m => m.CapabilityId).FirstAsync();
        var releases = await db.ListReleases.OrderBy(r => r.Title).Select(r => new { r.Id, r.Kind }).ToListAsync();
        return new Places
        {
            Opportunity = $"/opportunities/{need}",
            Capability = $"/capabilities/{offer}",
            Match = $"/matches/{need}/{offer}",
            ReleasedOpportunities = $"/releases/{releases.First(r => r.Kind is ListKind.Opportunities).Id}",
            ReleasedCapabilities = $"/releases/{releases.First(r => r.Kind is ListKind.Capabilities).Id}"
        };
    });
}

/// <summary>Addresses that only the database knows.</summary>
public sealed record Places
{
    public required string Opportunity { get; init; }

    public required string Capability { get; init; }

    public required string Match { get; init; }

    public required string ReleasedOpportunities { get; init; }

    public required string ReleasedCapabilities { get; init; }
}
