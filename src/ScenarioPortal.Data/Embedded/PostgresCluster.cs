using ScenarioPortal.Data.Rights;

namespace ScenarioPortal.Data.Embedded;

/// <summary>
/// The files of the database. The portal's role owns its database and may make others; the superuser cannot sign in at all.
/// </summary>
internal sealed class PostgresCluster(PostgresHome home, PostgresBinaries binaries, EmbeddedPostgresOptions options)
{
    public const string Name = "portal";

    private const string WhoMaySignIn =
        $"""
        local all {Name} scram-sha-256
        host all {Name} 127.0.0.1/32 scram-sha-256
        local all {ApplicationRole.UsualName} scram-sha-256
        host all {ApplicationRole.UsualName} 127.0.0.1/32 scram-sha-256
        """;

    private const string Includes =
        """

        # portal.conf is written anew at each start; what is to stay goes into local.conf.
        include = 'portal.conf'
        include_if_exists = 'local.conf'
        """;

    /// <summary>Makes the cluster in a directory of its own and then renames it, so that it is whole or absent.</summary>
    public async Task CreateIfMissingAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(home.Cluster))
        {
            return;
        }

        options.Log($"First start: making a database in {home.Directory}");
        foreach (var unfinished in Directory.EnumerateDirectories(home.Directory, "cluster.new-*"))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        var password = RandomName.Next() + RandomName.Next();
        var cluster = home.NewDirectory("cluster");
        await InitializeAsync(cluster, cancellation);
        await File.WriteAllTextAsync(Path.Combine(cluster, "portal.conf"), "", cancellation);
        await File.AppendAllTextAsync(Path.Combine(cluster, "postgresql.conf"), Includes, cancellation);
        await home.HandOverAsync(Path.Combine(cluster, "portal.conf"), cancellation);
        await CreatePortalAsync(cluster, password, cancellation);
        await WritePasswordAsync(home.PasswordFile, password, cancellation);
        Directory.Move(cluster, home.Cluster);
    }

    /// <summary>Makes the role as which the portal works, for a new cluster and for one from before there was such a role. The server must not run.</summary>
    public async Task AddApplicationIfMissingAsync(CancellationToken cancellation)
    {
        if (File.Exists(home.ApplicationPasswordFile))
        {
            return;
        }

        var password = RandomName.Next() + RandomName.Next();
        var result = await home.Account.RunAsync([binaries.Server, "--single", "-D", home.Cluster, "postgres"], cancellation,
            $"CREATE ROLE {ApplicationRole.UsualName} LOGIN\nALTER ROLE {ApplicationRole.UsualName} PASSWORD '{password}'\nGRANT {ApplicationRole.UsualName} TO {Name}\n");
        result.OrThrow("Making the application's role");
        await WritePasswordAsync(home.ApplicationPasswordFile, password, cancellation);
    }

    public async Task<string> ReadApplicationPasswordAsync(CancellationToken cancellation) => File.Exists(home.ApplicationPasswordFile)
        ? await File.ReadAllTextAsync(home.ApplicationPasswordFile, cancellation)
        : throw new EmbeddedPostgresException($"The database in {home.Directory} was started by an older version of the portal, which still runs. Stop that one first.");

    public Task<string> ReadPasswordAsync(CancellationToken cancellation) => File.ReadAllTextAsync(home.PasswordFile, cancellation);

    public async Task ConfigureAsync(PostgresAddress address, CancellationToken cancellation)
    {
        var file = Path.Combine(home.Cluster, "portal.conf");
        await File.WriteAllTextAsync(file, PostgresSettings.For(address, options.Durable), cancellation);
        await home.HandOverAsync(file, cancellation);
        var access = Path.Combine(home.Cluster, "pg_hba.conf");
        await File.WriteAllTextAsync(access, WhoMaySignIn, cancellation);
        await home.HandOverAsync(access, cancellation);
    }

    /// <summary>Text is UTF-8 and sorted by code point, the same on every machine and in every later version.</summary>
    private async Task InitializeAsync(string cluster, CancellationToken cancellation)
    {
        string[] order = binaries.Version.Major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"] : ["--locale=C"];
        string[] speed = options.Durable ? [] : ["--no-sync"];
        var result = await home.Account.RunAsync(
            [binaries.Initialize, "-D", cluster, "-U", "postgres", "-E", "UTF8", "-A", "reject", "--no-instructions", .. order, .. speed],
            cancellation);
        result.OrThrow("initdb");
    }

    private async Task CreatePortalAsync(string cluster, string password, CancellationToken cancellation)
    {
        var statements = $"CREATE ROLE {Name} LOGIN CREATEDB PASSWORD '{password}'\nCREATE DATABASE {Name} OWNER {Name}\n";
        var result = await home.Account.RunAsync([binaries.Server, "--single", "-D", cluster, "postgres"], cancellation, statements);
        result.OrThrow("Making the portal's role and database");
    }

    private async Task WritePasswordAsync(string path, string password, CancellationToken cancellation)
    {
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new StreamWriter(path, create))
        {
            await file.WriteAsync(password.AsMemory(), cancellation);
        }

        await home.HandOverAsync(path, cancellation);
    }
}
