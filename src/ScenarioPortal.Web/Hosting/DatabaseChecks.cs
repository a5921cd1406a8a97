using Npgsql;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Hosting;

/// <summary>What must hold of the way to a database that the settings name.</summary>
internal static class DatabaseChecks
{
    private static readonly string[] UsualPasswords = ["postgres", "password", "portal", "admin", "root", "changeme", "secret", "123456", "12345678"];

    public static void Require(string owner, string? application)
    {
        var asOwner = Read("Portal", owner);
        var isElsewhere = HostsOf(asOwner).Any(h => !IsHere(h));
        Require(!isElsewhere || application is { Length: > 0 },
            "ConnectionStrings:PortalApplication: the database is on another machine; give the application a sign-in of its own, with a role that owns nothing.");
        RequireSafe("Portal", asOwner);
        if (application is { Length: > 0 })
        {
            var asApplication = Read("PortalApplication", application);
            RequireSafe("PortalApplication", asApplication);
            Require(asApplication.Username != asOwner.Username,
                "ConnectionStrings:PortalApplication: the application signs in as the owner of the database; give it a role of its own.");
        }
    }

    /// <summary>Asks the database itself: a role with more rights than it needs makes row-level security an ornament.</summary>
    public static async Task RequireBoundRoleAsync(NpgsqlDataSource application, CancellationToken cancellation)
    {
        await using var command = application.CreateCommand(
            """
            SELECT r.rolname, r.rolsuper OR r.rolbypassrls OR EXISTS (
                SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relowner = r.oid)
            FROM pg_roles r WHERE r.rolname = current_user
            """);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        Require(!row.GetBoolean(1), $"ConnectionStrings:PortalApplication: the role “{row.GetString(0)}” owns tables or is not bound by row-level security; use a plain role.");
    }

    private static void RequireSafe(string name, NpgsqlConnectionStringBuilder connection)
    {
        foreach (var host in HostsOf(connection).Where(h => !IsHere(h)))
        {
            Require(connection.SslMode is SslMode.VerifyFull, $"ConnectionStrings:{name}: {host} is another machine; set SSL Mode=VerifyFull, and Root Certificate if the authority is your own.");
        }

        Require(!connection.NoResetOnClose, $"ConnectionStrings:{name}: No Reset On Close would hand one person's connection to the next; remove it.");
        Require(connection.Password is not { Length: > 0 } password || (!UsualPasswords.Contains(password, StringComparer.OrdinalIgnoreCase) && password != connection.Username),
            $"ConnectionStrings:{name}: this password is known to everybody; make one with openssl rand -hex 24.");
    }

    private static NpgsqlConnectionStringBuilder Read(string name, string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException)
        {
            throw new UnsafeSettingsException($"ConnectionStrings:{name} cannot be read.");
        }
    }

    private static IEnumerable<string> HostsOf(NpgsqlConnectionStringBuilder connection) =>
        (connection.Host ?? "localhost").Split(',').Select(h => h.LastIndexOf(':') is > 0 and var colon && !h.StartsWith('/') && h.IndexOf(':') == colon ? h[..colon] : h);

    /// <summary>This machine: by loopback, or by a socket that is a file.</summary>
    private static bool IsHere(string host) => host.StartsWith('/') || host.StartsWith('@') || Loopback.Is(host);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new UnsafeSettingsException(otherwise);
        }
    }
}
