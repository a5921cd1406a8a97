using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Web.Demonstration;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Hosting;

/// <summary>Serves the portal: database, migrations, code lists, then pages.</summary>
internal static class PortalServer
{
    public static async Task<int> RunAsync(ServerOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = options.Arguments,
            ContentRootPath = AppContext.BaseDirectory
        });
        if (options.Urls is { } urls)
        {
            builder.WebHost.UseUrls(urls);
        }
        else if (options.Announce && builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(ServerOptions.UsualUrl);
        }

        StartUpChecks.Require(builder.Configuration, builder.Environment.IsDevelopment());
        var paths = PathsOf(options, builder.Configuration);
        // The dictionaries take as long as the database and wait for nothing: both come up at once.
        var analyzer = Task.Run(() => Dictionaries.Load(paths));
        await using var database = await OpenDatabase.OpenAsync(builder.Configuration, paths, CancellationToken.None);
        builder.AddPortal(database.Access, paths);
        builder.Services.AddSingleton(await analyzer);

        await using var app = builder.Build();
        app.UsePortal();
        var production = app.Environment.IsProduction();
        var made = await app.Services.GetRequiredService<PortalPreparation>().PrepareAsync(
            new DemonstrationParts { Lists = options.WithDemonstration, Accounts = !production, History = !production }, app.Lifetime.ApplicationStopping);
        if (production)
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
            await PortalPreparation.RequireNoDemonstrationAccountsAsync(db, app.Lifetime.ApplicationStopping);
        }

        await DatabaseChecks.RequireBoundRoleAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), app.Lifetime.ApplicationStopping);
        LastResort.Watch(app.Services.GetRequiredService<Serilog.ILogger>());
        await app.StartAsync();
        if (options.Announce)
        {
            Console.WriteLine($"Portal ready: {app.Urls.First()}");
            await FirstPeople.TellAsync(app.Services, made, app.Lifetime.ApplicationStopping);
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    public static PortalPaths PathsOf(ServerOptions options, IConfiguration configuration) => new()
    {
        Own = Path.GetFullPath(options.Folder ?? configuration["Data"] ?? Path.Combine(configuration["PORTAL_ROOT"] ?? "", ServerOptions.UsualFolder))
    };
}
