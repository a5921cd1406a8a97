using System.Globalization;
using System.Text;
using System.Text.Json;
using ScenarioPortal.Benchmarks.Filling;
using ScenarioPortal.Benchmarks.Load;

namespace ScenarioPortal.Benchmarks.Reporting;

/// <summary>Everything that one run found, as text for people and as JSON for comparing runs.</summary>
internal sealed record WebReport
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required DateTimeOffset TakenAt { get; init; }

    public required Machine Machine { get; init; }

    public required FillingRecord Filling { get; init; }

    /// <summary>How many pairings there are, and how many of them the signed-in publisher has.</summary>
    public required int Pairings { get; init; }

    public required int OwnPairings { get; init; }

    /// <summary>The most memory that the caching portal had resident, in bytes.</summary>
    public required long PortalMemory { get; init; }

    public required IReadOnlyList<WebRow> Rows { get; init; }

    public static IReadOnlyList<WebRow> RowsOf(IReadOnlyList<Measurement> measurements)
    {
        var prebuilt = Median(measurements.Single(m => m.Target.Name == Targets.Prebuilt).PerSecond);
        return [.. measurements.Select(RowOf)];

        WebRow RowOf(Measurement measurement)
        {
            var (perSecond, latencies) = (measurement.PerSecond, measurement.Latencies);
            return new WebRow
            {
                Name = measurement.Target.Name,
                PerSecond = Median(perSecond),
                Slowest = perSecond[0],
                Fastest = perSecond[^1],
                P50 = latencies.Percentile(0.5),
                P99 = latencies.Percentile(0.99),
                Bytes = measurement.BytesEach,
                ProcessorMicroseconds = measurement.MicrosecondsEach,
                OfPrebuilt = Median(perSecond) / prebuilt,
                OfGoal = measurement.Target.Goal.Reached(Median(perSecond), prebuilt, latencies.Percentile(0.5))
            };
        }
    }

    public string ToText()
    {
        var text = new StringBuilder();
        Line($"{TakenAt:yyyy-MM-dd HH:mm} · {Machine.Processor}, {Machine.Cores} cores, {Machine.MemoryGigabytes:0.#} GB · {Machine.OperatingSystem} · {Machine.Runtime} · PostgreSQL {Machine.PostgreSql}");
        Line($"{Filling.Opportunities:N0} opportunities, {Filling.Capabilities:N0} capabilities, {Filling.Matches:N0} matches, {Pairings:N0} pairings ({OwnPairings:N0} of the publisher who is signed in); {LoadGenerator.Connections} connections, {Targets.AtOnce} where somebody is signed in; client, web and database share the cores");
        Line($"import and release {Filling.OpportunitiesPerSecond:N0} opportunities/s, {Filling.CapabilitiesPerSecond:N0} capabilities/s, at most {Filling.ImportMemory >> 20:N0} MB; matching {Filling.MatchingSeconds:N1} s, {Filling.MatchedPerSecond:N0}/s; portal at most {PortalMemory >> 20:N0} MB");
        text.AppendLine();
        Line($"{"",-26} {"requests/s",10}  {"(min–max)",-17} {"p50 ms",7} {"p99 ms",7} {"bytes",7} {"CPU µs",7} {"of prebuilt",11} {"of goal",8}");
        foreach (var row in Rows)
        {
            Line($"{row.Name,-26} {row.PerSecond,10:N0}  {$"({row.Slowest:N0}–{row.Fastest:N0})",-17} {row.P50,7:0.00} {row.P99,7:0.00} {row.Bytes,7} {row.ProcessorMicroseconds,7:0} {row.OfPrebuilt,11:P1} {row.OfGoal,8:P0}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Keeps it under artifacts/bench, by date.</summary>
    public void Write()
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "bench"));
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"web-{TakenAt:yyyyMMdd-HHmmss}"));
        File.WriteAllText($"{file}.txt", ToText());
        File.WriteAllText($"{file}.json", JsonSerializer.Serialize(this, Format));
        Console.WriteLine($"Kept as {file}.txt and .json");
    }

    private static double Median(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
