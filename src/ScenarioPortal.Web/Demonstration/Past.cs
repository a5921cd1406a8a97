using Microsoft.Extensions.Options;
using Npgsql;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Releases;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>The portal's own services at an hour that is set, without pages and without work behind them: whatever is done through them was done then.</summary>
internal sealed class Past : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly PastClock _clock = new();

    public Past(PastPortal portal)
    {
        var settings = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(settings);
        services.AddPortalCore(Unhurried(portal.Access), portal.Paths, portal.Home, portal.Numbers);
        services.AddPortalDesks(settings);
        services.AddDataProtection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton(portal.CodeBooks);
        services.AddSingleton(portal.Pairings);
        services.AddSingleton(portal.Publication);
        _services = services.BuildServiceProvider();
    }

    public void Set(DateTimeOffset now) => _clock.Now = now;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Does something as if this person had asked for it on a page.</summary>
    public async Task AsAsync(Person person, Func<IServiceProvider, Task> act)
    {
        var request = new DefaultHttpContext { TraceIdentifier = DemonstrationLists.Actor };
        request.Features.Set(person);
        Get<IHttpContextAccessor>().HttpContext = request;
        await using var scope = _services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>What is lost with the machine is made again: no transaction of the past waits for the disk.</summary>
    private static DatabaseAccess Unhurried(DatabaseAccess access)
    {
        var connection = new NpgsqlConnectionStringBuilder(access.Application);
        connection.Options = $"{connection.Options} -c synchronous_commit=off".TrimStart();
        return access with { ApplicationSignIn = connection.ConnectionString };
    }

    private sealed class PastClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>What the past has in common with the portal that it leads to.</summary>
internal sealed record PastPortal(
    DatabaseAccess Access, PortalPaths Paths, HomeRegion Home, BatchNumbers Numbers, CodeBooks CodeBooks, IOptions<PairingRules> Pairings, IOptions<PublicationRules> Publication);
