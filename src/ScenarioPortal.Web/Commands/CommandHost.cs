using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Releases;

namespace ScenarioPortal.Web.Commands;

/// <summary>The portal's services without its pages, on the same database as a running portal of the same folder.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly OpenDatabase _database;
    private readonly ServiceProvider _services;

    private CommandHost(OpenDatabase database, ServiceProvider services) => (_database, _services) = (database, services);

    public static async Task<CommandHost> StartAsync(string? folder, CancellationToken cancellation)
    {
        var configuration = ReadConfiguration();
        var paths = PortalServer.PathsOf(new ServerOptions { Folder = folder }, configuration);
        var database = await OpenDatabase.OpenAsync(configuration, paths, cancellation);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.Configure<SiteOptions>(configuration.GetSection(SiteOptions.Section));
        services.AddPortalCore(database.Access, paths, HomeRegion.Of(configuration), BatchNumbers.Of(configuration), EmbeddingOptions.Of(configuration));
        var host = new CommandHost(database, services.BuildServiceProvider());
        await host.Get<PortalPreparation>().PrepareAsync(withDemonstration: false, cancellation);
        return host;
    }

    /// <summary>The settings that the server would read, its own arguments apart.</summary>
    public static IConfiguration ReadConfiguration() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
