using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace ScenarioPortal.Web.Matches;

/// <summary>Whether this node's index follows PostgreSQL: a node that does not shows what is public no longer, and should be asked nothing.</summary>
internal sealed class IndexHealth(LiveIndex index, IConfiguration configuration) : IHealthCheck
{
    private const int UsualSeconds = 30;
    private const int UsualChanges = 0;

    /// <summary>So long a change may wait.</summary>
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(configuration.GetValue("Health:BehindSeconds", UsualSeconds));

    /// <summary>So many may wait for good.</summary>
    private readonly int _allowed = configuration.GetValue("Health:BehindChanges", UsualChanges);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var lag = await index.LagAsync(cancellationToken);
            return lag.SinceLastLook <= _patience || (lag.Changes <= _allowed && !lag.IsAnotherDatabase) ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy(lag.IsAnotherDatabase
                    ? string.Create(CultureInfo.InvariantCulture, $"The database was replaced, and the index is still of the one before; it last caught up {lag.SinceLastLook.TotalSeconds:0} s ago.")
                    : string.Create(CultureInfo.InvariantCulture, $"The index is behind the database by {lag.Changes} changes; it last caught up {lag.SinceLastLook.TotalSeconds:0} s ago."));
        }
        catch (NpgsqlException exception)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }
}
