using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Import;

namespace ScenarioPortal.IntegrationTests;

/// <summary>The real portal on its own copy of the database. Only the clock is replaced.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>
{
    private readonly PortalDatabase _database;
    private readonly DatabaseAccess _access;

    private PortalHost(PortalDatabase database, DatabaseAccess access) => (_database, _access) = (database, access);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    internal DatabaseAccess Access => _access;

    public static async Task<PortalHost> StartAsync(PortalDatabase database) => new(database, await database.CopyAsync());

    /// <summary>A browser without a screen that follows no redirect.</summary>
    public HttpClient Browser() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    /// <summary>Answers on a free port, for browsers with a screen.</summary>
    public Uri Serve()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public async Task SaveAsync(params object[] entities)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    /// <summary>Imports rows in the form of the contract, released unless told otherwise.</summary>
    internal async Task<ImportReport> ImportAsync(ListKind kind, string jsonLines, bool publish = true, bool dryRun = false)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(jsonLines));
        return await Services.GetRequiredService<ImportList>().RunAsync(
            file, new ImportOptions { Kind = kind, FileName = "rows.jsonl", Actor = "test", Publish = publish, DryRun = dryRun }, CancellationToken.None);
    }

    /// <summary>Lets the worker catch up with everything that was committed.</summary>
    public async Task MatchedAsync()
    {
        var due = true;
        while (due)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            due = await ReadAsync(db => db.Outbox.AnyAsync(m => m.DoneAt == null && m.ParkedAt == null));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DropAsync(_access);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Portal", _access.Owner);
        builder.UseSetting("ConnectionStrings:PortalApplication", _access.ApplicationSignIn);
        builder.UseSetting("Logging:File", "false");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
