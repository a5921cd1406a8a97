using System.Net.Sockets;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ScenarioPortal.Web.Pages.Errors;

/// <summary>Tells a database that cannot be reached from a mistake in what was asked of it.</summary>
internal static class DatabaseAway
{
    /// <summary>Classes of SQLSTATE: connection exception, insufficient resources, operator intervention.</summary>
    private static readonly string[] AwayClasses = ["08", "53", "57"];

    public static bool IsCauseOf(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is RetryLimitExceededException
                || (cause is PostgresException refused && Array.Exists(AwayClasses, c => refused.SqlState.StartsWith(c, StringComparison.Ordinal)))
                || (cause is NpgsqlException and not PostgresException && cause.InnerException is SocketException or IOException or TimeoutException or null))
            {
                return true;
            }
        }

        return false;
    }
}
