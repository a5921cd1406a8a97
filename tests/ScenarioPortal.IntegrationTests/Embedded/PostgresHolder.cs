using System.Diagnostics;
using ScenarioPortal.Data.Embedded;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Embedded;

/// <summary>Another process that uses an embedded server until it is killed.</summary>
internal sealed class PostgresHolder : IDisposable
{
    public const string Verb = "hold-postgres";

    private readonly Process _process;

    private PostgresHolder(Process process) => _process = process;

    /// <summary>What the other process does.</summary>
    public static async Task<int> HoldAsync(string directory)
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(new() { DataDirectory = directory, Durable = false }, CancellationToken.None);
        Console.WriteLine(postgres.ConnectionString);
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    public static async Task<PostgresHolder> StartAsync(string directory)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(PostgresHolder).Assembly.Location, Verb, directory])
        {
            RedirectStandardOutput = true,
        })!;
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return new PostgresHolder(process);
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
