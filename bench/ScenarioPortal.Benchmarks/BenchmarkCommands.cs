using System.CommandLine;

namespace ScenarioPortal.Benchmarks;

/// <summary>The benchmarks and what each accepts.</summary>
internal static class BenchmarkCommands
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(2);

    public static Task<int> RunAsync(string[] args) =>
        new RootCommand("ScenarioPortal benchmarks") { Web() }.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LongestStop });

    private static Command Web()
    {
        var quick = new Option<bool>("--quick") { Description = "5,000 opportunities and 10,000 capabilities, some minutes" };
        var scale = new Option<int?>("--scale") { Description = "So many opportunities and capabilities (default 100,000 each)", HelpName = "N" };
        var rounds = new Option<int>("--rounds") { Description = "How often everything is measured", DefaultValueFactory = _ => 5 };
        var seconds = new Option<double>("--seconds") { Description = "How long each time", DefaultValueFactory = _ => 5 };
        var only = new Option<string[]>("--only") { Description = "Only what has this in its name; may be repeated", HelpName = "NAME" };
        var folder = new Option<string?>("--data") { Description = "Where the filled database is kept (default .data/bench)", HelpName = "DIR" };
        var command = new Command("web", "What pages and the matching API cost") { quick, scale, rounds, seconds, only, folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var many = parsed.GetValue(scale) ?? 100_000;
            var (needs, offers) = parsed.GetValue(quick) ? (5_000, 10_000) : (many, many);
            await WebBenchmark.RunAsync(new WebOptions
            {
                Opportunities = needs,
                Capabilities = offers,
                Rounds = parsed.GetValue(rounds),
                Measured = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                WarmUp = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                Only = parsed.GetValue(only) ?? [],
                Folder = Path.GetFullPath(Path.Combine(parsed.GetValue(folder) ?? Path.Combine(".data", "bench"), $"{needs}-{offers}"))
            }, cancellation);
            return 0;
        });
        return command;
    }
}
