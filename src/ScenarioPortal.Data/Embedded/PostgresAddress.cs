using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Npgsql;

namespace ScenarioPortal.Data.Embedded;

/// <summary>Where a server listens: a directory with its Unix socket, or a port of the loopback address.</summary>
internal sealed partial record PostgresAddress(string Host, int Port)
{
    /// <summary>What remains of the 104 to 108 bytes that a socket's path may have.</summary>
    private const int LongestSocketDirectory = 88;

    private const int DefaultPort = 5432;

    public bool IsSocket => Path.IsPathRooted(Host);

    public static async Task<PostgresAddress> ChooseAsync(PostgresHome home, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return new PostgresAddress("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        }

        if (home.Directory.Length <= LongestSocketDirectory && PlainPath().IsMatch(home.Directory))
        {
            return new PostgresAddress(home.Directory, DefaultPort);
        }

        var made = (await home.Account.RunAsync(["mktemp", "-d", "/tmp/scenarioportal-XXXXXXXX"], cancellation)).OrThrow("mktemp");
        return new PostgresAddress(made.Output, DefaultPort);
    }

    public string ConnectionString(string role, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = Host,
        Port = Port,
        Username = role,
        Password = password,
        Database = PostgresCluster.Name,
        MaxPoolSize = 60,
    }.ConnectionString;

    /// <summary>Commas and quotes mean something in a list of hosts and in PostgreSQL's settings.</summary>
    [GeneratedRegex("^[A-Za-z0-9/._-]+$")]
    private static partial Regex PlainPath();
}
