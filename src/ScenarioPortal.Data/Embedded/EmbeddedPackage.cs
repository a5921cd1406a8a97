using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScenarioPortal.Data.Embedded;

/// <summary>
/// The npm package with PostgreSQL for this platform. Its programs are copied into the server's directory: the package lacks its
/// links when scripts were not run, may not be ours to complete, may lie where the server's account cannot enter, and may be
/// replaced by npm while the server runs.
/// </summary>
internal sealed record EmbeddedPackage(string Location, string FullVersion)
{
    private static readonly string[] NotNeeded = [".a", "pgxs", "pkgconfig"];

    public static string Name { get; } = $"@embedded-postgres/{OperatingSystemName}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    public Version Version => new(FullVersion.Split('-')[0]);

    private static string OperatingSystemName => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    public static EmbeddedPackage? Find(IEnumerable<string> roots) => roots
        .SelectMany(Upward)
        .Select(directory => Path.Combine(directory, "node_modules", Name))
        .Where(directory => File.Exists(Path.Combine(directory, "package.json")))
        .Select(directory => new EmbeddedPackage(directory, VersionIn(directory)))
        .FirstOrDefault();

    /// <summary>Copies the programs, unless that has been done, and answers where they are.</summary>
    public async Task<string> UnpackAsync(PostgresHome home, CancellationToken cancellation)
    {
        var target = Path.Combine(home.Binaries, FullVersion);
        if (!Directory.Exists(target))
        {
            Directory.CreateDirectory(home.Binaries);
            var copy = home.NewDirectory(Path.Combine("binaries", FullVersion));
            Copy(new DirectoryInfo(Path.Combine(Location, "native")), copy);
            Link(copy);
            await home.HandOverAsync(home.Binaries, cancellation);
            Directory.Move(copy, target);
        }

        return Path.Combine(target, "bin");
    }

    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var entry in source.EnumerateFileSystemInfos().Where(entry => !NotNeeded.Any(entry.Name.EndsWith)))
        {
            var to = Path.Combine(target, entry.Name);
            if (entry is DirectoryInfo directory)
            {
                Copy(directory, to);
            }
            else
            {
                File.Copy(entry.FullName, to);
            }
        }
    }

    private void Link(string copy)
    {
        using var list = File.OpenRead(Path.Combine(Location, "native", "pg-symlinks.json"));
        foreach (var link in JsonSerializer.Deserialize<List<SymbolicLink>>(list, JsonSerializerOptions.Web) ?? [])
        {
            var at = Path.Combine(copy, Path.GetRelativePath("native", link.Target));
            if (!File.Exists(at))
            {
                File.CreateSymbolicLink(at, Path.GetRelativePath(Path.GetDirectoryName(link.Target)!, link.Source));
            }
        }
    }

    private static string VersionIn(string directory) =>
        (string)JsonNode.Parse(File.ReadAllText(Path.Combine(directory, "package.json")))!["version"]!;

    private static IEnumerable<string> Upward(string directory)
    {
        for (var current = new DirectoryInfo(directory); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }

    private sealed record SymbolicLink(string Source, string Target);
}
