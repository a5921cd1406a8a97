using System.Diagnostics;

namespace ScenarioPortal.Data.Embedded;

/// <summary>How another program ended and what it said.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public CommandResult OrThrow(string what) =>
        Succeeded ? this : throw new EmbeddedPostgresException($"{what} failed (exit code {ExitCode}).{Environment.NewLine}{Output}");
}

internal static class Command
{
    /// <summary>Runs a program to its end, away from the caller's directory, language and PostgreSQL settings.</summary>
    public static async Task<CommandResult> RunAsync(
        IReadOnlyList<string> commandLine, CancellationToken cancellation, string input = "", bool capture = true)
    {
        var start = new ProcessStartInfo(commandLine[0], commandLine.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = capture,
            RedirectStandardError = capture,
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory.Length > 0 ? Environment.SystemDirectory : "/")!,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";

        using var process = Process.Start(start)!;
        var output = capture ? process.StandardOutput.ReadToEndAsync(cancellation) : Task.FromResult("");
        var errors = capture ? process.StandardError.ReadToEndAsync(cancellation) : Task.FromResult("");
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        return new CommandResult(process.ExitCode, $"{await output}{await errors}".Trim());
    }
}
