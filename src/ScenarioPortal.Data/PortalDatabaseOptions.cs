using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using ScenarioPortal.Data.Rights;

namespace ScenarioPortal.Data;

public static class PortalDatabaseOptions
{
    /// <summary>
    /// So many different statements a connection keeps prepared: planning the joins of a page costs PostgreSQL more than running them.
    /// Behind a pooler that shares connections between transactions, <c>Max Auto Prepare=0</c> in the connection string switches it off.
    /// </summary>
    private const int StatementsPrepared = 100;

    private const int WorkConnections = 20;

    private static readonly PersonInterceptor Interceptor = new();

    /// <summary>The one way in which the portal, its commands, its tests and its tools open the database.</summary>
    public static DbContextOptionsBuilder UsePortalDatabase(this DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source).UseSnakeCaseNamingConvention()
            .AddInterceptors(Interceptor)
            .ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));

    /// <summary>For work behind the pages, which sees and does everything that the application's role may.</summary>
    public static NpgsqlDataSource CreateWorkDataSource(string connectionString)
    {
        var working = new NpgsqlConnectionStringBuilder(connectionString);
        working.MaxPoolSize = Math.Min(working.MaxPoolSize, WorkConnections);
        working.Options = $"{working.Options} -c portal.work=on".TrimStart();
        return CreateDataSource(working.ConnectionString);
    }

    public static NpgsqlDataSource CreateDataSource(string connectionString) =>
        new NpgsqlSlimDataSourceBuilder($"Max Auto Prepare={StatementsPrepared};{connectionString}").EnableArrays().EnableJsonTypes().EnableTransportSecurity().Build();
}
