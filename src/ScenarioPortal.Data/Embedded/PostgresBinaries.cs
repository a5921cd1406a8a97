using System.Text.RegularExpressions;

namespace ScenarioPortal.Data.Embedded;

/// <summary>PostgreSQL's programs in one directory, tried once, with their version.</summary>
internal sealed partial record PostgresBinaries(string Directory, Version Version)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string Initialize => Program(Directory, "initdb");

    public string Control => Program(Directory, "pg_ctl");

    public string Server => Program(Directory, "postgres");

    /// <summary>The programs in a directory; null when they are not there or do not run for this account.</summary>
    public static async Task<PostgresBinaries?> TryAsync(string directory, ServerAccount account, CancellationToken cancellation)
    {
        if (!Needed.All(name => File.Exists(Program(directory, name))))
        {
            return null;
        }

        var answer = await account.RunAsync([Program(directory, "postgres"), "--version"], cancellation);
        var version = VersionNumber().Match(answer.Output);
        return answer.Succeeded && version.Success
            ? new PostgresBinaries(directory, Version.Parse(version.Groups[1].ValueSpan))
            : null;
    }

    private static string Program(string directory, string name) =>
        Path.Combine(directory, OperatingSystem.IsWindows() ? $"{name}.exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+\.\d+)")]
    private static partial Regex VersionNumber();
}
