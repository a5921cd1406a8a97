using System.Runtime.InteropServices;

namespace ScenarioPortal.Benchmarks.Reporting;

/// <summary>What the figures were taken on.</summary>
internal sealed record Machine
{
    public required string Processor { get; init; }

    public required int Cores { get; init; }

    public required double MemoryGigabytes { get; init; }

    public required string OperatingSystem { get; init; }

    public required string Runtime { get; init; }

    public required string PostgreSql { get; init; }

    public static Machine Read(string postgreSql) => new()
    {
        Processor = ProcessorName() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Cores = Environment.ProcessorCount,
        MemoryGigabytes = Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30), 1),
        OperatingSystem = RuntimeInformation.OSDescription,
        Runtime = RuntimeInformation.FrameworkDescription,
        PostgreSql = postgreSql
    };

    private static string? ProcessorName()
    {
        const string Info = "/proc/cpuinfo";
        return File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
    }
}
