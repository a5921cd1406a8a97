using ScenarioPortal.Data.Embedded;

namespace ScenarioPortal.Web.Hosting;

/// <summary>The database to work with: the one that the settings name, or the portal's own, which is started and stopped with it.</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private OpenDatabase(DatabaseAccess access, EmbeddedPostgres? embedded) => (Access, _embedded) = (access, embedded);

    public DatabaseAccess Access { get; }

    public static async Task<OpenDatabase> OpenAsync(IConfiguration configuration, PortalPaths paths, CancellationToken cancellation)
    {
        if (configuration.GetConnectionString("Portal") is { Length: > 0 } given)
        {
            return new OpenDatabase(new DatabaseAccess { Owner = given, ApplicationSignIn = configuration.GetConnectionString("PortalApplication") }, null);
        }

        var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions
        {
            DataDirectory = Path.Combine(paths.Own, "postgres"),
            BinariesSearchRoots = [configuration["PORTAL_ROOT"] ?? AppContext.BaseDirectory, AppContext.BaseDirectory, Directory.GetCurrentDirectory()],
            Log = Console.Error.WriteLine
        }, cancellation);
        return new OpenDatabase(new DatabaseAccess { Owner = embedded.ConnectionString, ApplicationSignIn = embedded.ApplicationConnectionString }, embedded);
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
