using ScenarioPortal.Benchmarks.Filling;
using ScenarioPortal.Benchmarks.Load;
using ScenarioPortal.Benchmarks.Reporting;
using ScenarioPortal.Benchmarks.Serving;

namespace ScenarioPortal.Benchmarks;

/// <summary><c>./portal bench web</c>: fills, serves, measures everything in turn, round after round, and prints one table.</summary>
internal static class WebBenchmark
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(WebOptions options, CancellationToken cancellation)
    {
        var program = new PortalProgram(options.Folder);
        var now = TimeProvider.System.GetLocalNow();
        var filling = await new DatabaseFiller(options, program, DateOnly.FromDateTime(now.Date)).FillAsync(cancellation);

        await using var database = await BenchmarkDatabase.OpenAsync(program, cancellation);
        await database.FillPairingsAsync(options.Pairings, cancellation);
        var people = await database.SignInAsync(cancellation);
        await using var servers = await BenchmarkServers.StartAsync(program, cancellation);
        var targets = new Targets(options, servers, people, new Keys
        {
            Opportunities = await database.OpportunityIdsAsync(cancellation),
            Pairings = await database.PairingIdsAsync(cancellation),
            OwnPairings = await database.PairingIdsOfAsync(people.Unit, cancellation)
        }).All();
        var measurements = targets.Select(t => new Measurement(t)).ToArray();
        foreach (var target in targets)
        {
            Console.WriteLine($"Warming up: {target.Name}");
            await LoadGenerator.RunAsync(target, options.WarmUp, cancellation);
        }

        for (var round = 1; round <= options.Rounds; round++)
        {
            Console.WriteLine($"Round {round} of {options.Rounds}");
            foreach (var measurement in measurements)
            {
                await LoadGenerator.RunAsync(measurement.Target, Settling, cancellation);
                await measurement.TakeAsync(options.Measured, cancellation);
            }
        }

        var report = new WebReport
        {
            Machine = Machine.Read(await database.VersionAsync(cancellation)),
            TakenAt = now,
            Filling = filling,
            Pairings = options.Pairings,
            OwnPairings = people.UnitPairings,
            PortalMemory = servers.Cached.PeakMemory,
            Rows = WebReport.RowsOf(measurements)
        };
        Console.WriteLine();
        Console.WriteLine(report.ToText());
        report.Write();
    }
}
