using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.AI;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Matching.Duplicates;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Api;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.Choosing;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Demonstration;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Mail;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Notifications;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages;
using ScenarioPortal.Web.Pairings;
using ScenarioPortal.Web.Publication;
using ScenarioPortal.Web.Releases;
using ScenarioPortal.Web.Security;
using ScenarioPortal.Web.Showcases;
using ScenarioPortal.Web.Workbooks;
using ScenarioPortal.Web.Writing;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace ScenarioPortal.Web.Hosting;

/// <summary>What the portal is made of.</summary>
internal static class PortalServices
{
    private static readonly TimeSpan LogDelay = TimeSpan.FromSeconds(1);

    public static void AddPortal(this WebApplicationBuilder builder, DatabaseAccess access, PortalPaths paths)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => ServerLimits.Set(kestrel, builder.Configuration));
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        builder.Services.AddSerilog(log => Configure(log, builder.Configuration, paths), preserveStaticLogger: true);

        builder.Services.AddPortalCore(access, paths, HomeRegion.Of(builder.Configuration), BatchNumbers.Of(builder.Configuration), EmbeddingOptions.Of(builder.Configuration));
        builder.Services.AddPortalDesks(builder.Configuration);
        builder.Services.AddDataProtection().SetApplicationName("ScenarioPortal").PersistKeysToDbContext<PortalDbContext>();
        builder.Services.AddHostedService<MatchWorker>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<MatchLog>());
        builder.Services.AddScoped<DecisionReader>();
        builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, EmbeddingClient>();
        builder.Services.AddSingleton<EmbeddingWorker>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<EmbeddingWorker>());
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<IndexHealth>("index");
        builder.Services.AddOutputCache(cache =>
        {
            cache.AddBasePolicy(new PublicPages());
            cache.SizeLimit = builder.Configuration.GetValue("OutputCache:Bytes", 256L << 20);
        });
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.AddPortalPages(builder.Configuration);
        builder.Services.AddPortalApi();
        builder.Services.AddPortalShell(builder.Configuration);
    }

    /// <summary>What people do, each in their own name, without the pages on which they do it.</summary>
    public static void AddPortalDesks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPortalAccounts(configuration);
        services.AddPortalMail(configuration);
        services.AddPortalOrganisations();
        services.AddPortalWriting();
        services.AddPortalReleases();
        services.AddPortalWorkbooks();
        services.AddPortalNotifications();
        services.AddPortalPublication(configuration);
        services.AddPortalPairings(configuration);
        services.AddPortalShowcases();
        services.AddPortalChoosing();
        services.AddSingleton<RequestDatabase>();
        services.AddScoped(provider => provider.GetRequiredService<RequestDatabase>().OpenFor(provider.GetRequiredService<CurrentPerson>().Person));
        services.AddSingleton<MatchLog>();
    }

    /// <summary>What commands need as well as the server: database, code lists, import, matching.</summary>
    public static void AddPortalCore(this IServiceCollection services, DatabaseAccess access, PortalPaths paths, HomeRegion home, BatchNumbers? numbers = null, EmbeddingOptions? embedding = null)
    {
        services.AddSingleton(home);
        services.AddSingleton(numbers ?? BatchNumbers.Usual);
        services.AddSingleton(embedding ?? EmbeddingOptions.Off);
        services.AddSingleton(paths);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(access);
        services.AddSingleton(_ => PortalDatabaseOptions.CreateWorkDataSource(access.Application));
        services.AddPooledDbContextFactory<PortalDbContext>((provider, options) => options.UsePortalDatabase(provider.GetRequiredService<NpgsqlDataSource>()));

        services.AddSingleton<CodeBooks>();
        services.AddSingleton<OpportunityTaker>();
        services.AddSingleton<CapabilityTaker>();
        services.AddSingleton<ReleaseList>();
        services.AddSingleton<ImportList>();
        services.AddAccountCore();
        services.AddSingleton<DemonstrationLists>();
        services.AddSingleton<DemonstrationAccounts>();
        services.AddSingleton<DemonstrationHistory>();
        services.AddSingleton<PortalPreparation>();

        services.AddSingleton(_ => Dictionaries.Load(paths));
        services.AddSingleton(_ => Dictionaries.LoadConcepts(paths));
        services.AddSingleton<DuplicateFinder>();
        services.AddSingleton<OutboxFeed>();
        services.AddSingleton<OutboxBacklog>();
        services.AddSingleton<OutboxListener>();
        services.AddSingleton<LiveIndex>();
        services.AddSingleton(provider => JudgingProgram.Read(paths, provider.GetRequiredService<EmbeddingOptions>()));
        services.AddSingleton<JudgeSeat>();
        services.AddSingleton<PairJudge>();
        services.AddSingleton<EarlierMatches>();
        services.AddSingleton<MatchKeeper>();
        services.AddSingleton<TryMatch>();
        services.AddScoped<MarketReader>();
        services.AddScoped<GapReader>();
    }

    /// <summary>People at the console see what needs them; everything else goes to a file as JSON.</summary>
    private static void Configure(LoggerConfiguration log, IConfiguration configuration, PortalPaths paths)
    {
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)

            // A failed command reaches the log with the exception it causes; asking an empty database for its migrations is no failure.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
            .Enrich.FromLogContext()
            .Enrich.With<PlainLog>()
            .WriteTo.Console(restrictedToMinimumLevel: LogEventLevel.Warning, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        if (configuration.GetValue("Logging:File", true))
        {
            // Buffered: a line for each request, each under a lock of the whole machine, is what a shared file costs.
            log.WriteTo.File(new CompactJsonFormatter(), Path.Combine(paths.Own, "logs", "portal-.json"), rollingInterval: RollingInterval.Day,
                buffered: true, flushToDiskInterval: LogDelay);
        }
    }
}
