using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScenarioPortal.Data;
using ScenarioPortal.Web;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Demonstration;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Demonstration;

/// <summary>A database as the first start of a demonstration leaves it, seen at noon of a day in November.</summary>
public sealed class FilledPortal(PortalDatabase database) : IAsyncLifetime
{
    private ServiceProvider _services = null!;

    internal static DateTimeOffset Now { get; } = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    internal DatabaseAccess Access { get; private set; } = null!;

    internal IReadOnlyList<DemonstrationAccount> Accounts { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Access = await database.CopyAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPortalCore(Access, new PortalPaths { Own = Path.GetTempPath() }, new HomeRegion("990100"));
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        _services = services.BuildServiceProvider();
        var wanted = new DemonstrationParts { Lists = true, Accounts = true, History = true };
        Accounts = await _services.GetRequiredService<PortalPreparation>().PrepareAsync(wanted, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await database.DropAsync(Access);
    }

    internal async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await read(db);
    }
}
