namespace ScenarioPortal.Data.Embedded;

/// <summary>
/// Makes the server's directory. Where root keeps the checkout in a place that nobody else can enter, the data live under
/// /var/lib and the data directory is a link to them.
/// </summary>
internal static class PostgresHomeFinder
{
    private const string Elsewhere = "/var/lib/scenarioportal";

    public static async Task<PostgresHome> OpenAsync(string dataDirectory, Action<string> log, CancellationToken cancellation)
    {
        CreatePrivate(dataDirectory);
        var home = ServerAccount.MustStepDown
            ? await OpenAsRootAsync(dataDirectory, log, cancellation)
            : new PostgresHome(dataDirectory, ServerAccount.Same);
        foreach (var file in new[] { home.UsersLock, home.WatchLock }.Where(file => !File.Exists(file)))
        {
            await File.WriteAllBytesAsync(file, [], cancellation);
            await home.HandOverAsync(file, cancellation);
        }

        return home;
    }

    private static async Task<PostgresHome> OpenAsRootAsync(string dataDirectory, Action<string> log, CancellationToken cancellation)
    {
        var home = await HandedOverAsync(new DirectoryInfo(dataDirectory).ResolveLinkTarget(true)?.FullName ?? dataDirectory, cancellation);
        if ((await home.Account.RunAsync(["test", "-w", home.Directory], cancellation)).Succeeded)
        {
            return home;
        }

        if (Directory.EnumerateFileSystemEntries(dataDirectory).Any())
        {
            throw new EmbeddedPostgresException(
                $"The database in {home.Directory} belongs to user {home.Account.Owner}, who cannot enter that directory any more. "
                + "Open the directories above it (chmod o+x), or start the portal as the user who made it.");
        }

        var place = Path.Combine(Elsewhere, RandomName.Next());
        Directory.CreateDirectory(Elsewhere);
        CreatePrivate(place);
        await File.WriteAllTextAsync(Path.Combine(place, "belongs-to.txt"), $"{dataDirectory}{Environment.NewLine}", cancellation);
        Directory.Delete(dataDirectory);
        Directory.CreateSymbolicLink(dataDirectory, place);
        log($"PostgreSQL does not run as root and its user cannot enter {dataDirectory}: the data are kept in {place}");
        return await HandedOverAsync(place, cancellation);
    }

    private static async Task<PostgresHome> HandedOverAsync(string directory, CancellationToken cancellation)
    {
        var home = new PostgresHome(directory, await ServerAccount.ForAsync(directory, cancellation));
        if (!Directory.Exists(home.Cluster))
        {
            await home.HandOverAsync(directory, cancellation);
        }

        return home;
    }

    private static void CreatePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else if (!Directory.Exists(directory))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(directory)!);
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
