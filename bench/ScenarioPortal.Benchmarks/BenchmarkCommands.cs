using System.CommandLine;
using ScenarioPortal.Benchmarks.Matching;

namespace ScenarioPortal.Benchmarks;

/// <summary>The benchmarks and what each accepts.</summary>
internal static class BenchmarkCommands
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(2);
    private const int MostMatched = 100_000;

    private static readonly Option<bool> Quick = new("--quick") { Description = "5,000 opportunities and 10,000 capabilities, some minutes" };
    private static readonly Option<int?> Scale = new("--scale") { Description = "So many opportunities and capabilities (default 100,000 each)", HelpName = "N" };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "How often everything is measured", DefaultValueFactory = _ => 5 };
    private static readonly Option<double> Seconds = new("--seconds") { Description = "How long each time", DefaultValueFactory = _ => 5 };
    private static readonly Option<string[]> Only = new("--only") { Description = "Only what has this in its name; may be repeated", HelpName = "NAME" };
    private static readonly Option<string?> Folder = new("--data") { Description = "Where the filled database is kept (default .data/bench)", HelpName = "DIR" };

    private static readonly Option<string?> Judged = new("--judged") { Description = "Judged needs, capabilities and pairs: what is found is measured too", HelpName = "DIR" };

    public static Task<int> RunAsync(string[] args) =>
        new RootCommand("ScenarioPortal benchmarks") { Web(), Matching(), Freshness(), Market(), All() }.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LongestStop });

    private static Command Web()
    {
        var command = new Command("web", "What pages and the matching API cost") { Quick, Scale, Rounds, Seconds, Only, Folder };
        command.SetAction((parsed, cancellation) => WebBenchmark.RunAsync(WebOptionsOf(parsed), cancellation));
        return command;
    }

    private static Command Matching()
    {
        var command = new Command("matching", "The index beside other engines, and what matching costs by itself") { Quick, Scale, Judged };
        command.SetAction((parsed, cancellation) => Task.Run(() => RunMatchingAsync(parsed, cancellation), cancellation));
        return command;
    }

    /// <summary>One part of <c>matching</c> by itself.</summary>
    private static Command Freshness()
    {
        var untold = new Option<bool>("--untold") { Description = "As if PostgreSQL could not tell of changes" };
        var command = new Command("freshness", "How soon a changed capability is found") { Quick, Scale, untold };
        command.SetAction((parsed, cancellation) => FreshnessBenchmark.RunAsync(Math.Min(Amount(parsed).Capabilities, MostMatched), !parsed.GetValue(untold), cancellation));
        return command;
    }

    private static Command Market()
    {
        var command = new Command("market", "Assigning all needs at once") { Quick };
        command.SetAction((parsed, cancellation) => Task.Run(() => MarketBenchmark.Run(parsed.GetValue(Quick), cancellation), cancellation));
        return command;
    }

    private static Command All()
    {
        var command = new Command("all", "All of them") { Quick, Scale, Judged, Rounds, Seconds, Only, Folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            await RunMatchingAsync(parsed, cancellation);
            MarketBenchmark.Run(parsed.GetValue(Quick), cancellation);
            await WebBenchmark.RunAsync(WebOptionsOf(parsed), cancellation);
        });
        return command;
    }

    private static async Task RunMatchingAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (needs, offers) = Amount(parsed);
        if (parsed.GetValue(Judged) is { } folder)
        {
            MatchingBenchmark.Quality(folder);
        }

        // Before the large lists: what they leave in memory is not what a node has there.
        await FreshnessBenchmark.RunAsync(Math.Min(offers, MostMatched), listens: true, cancellation);
        Console.WriteLine();

        var quick = parsed.GetValue(Quick);
        MatchingBenchmark.Compare(quick ? [100_000] : parsed.GetValue(Scale) is { } scale ? [scale] : [100_000, 1_000_000], TimeSpan.FromSeconds(quick ? 3 : 12), cancellation);

        // What matching costs by itself holds all documents, and needs no larger lists to be told.
        MatchingBenchmark.Run(Math.Min(needs, MostMatched), Math.Min(offers, MostMatched), cancellation);
    }

    private static (int Needs, int Capabilities) Amount(ParseResult parsed) =>
        parsed.GetValue(Quick) ? (5_000, 10_000) : (parsed.GetValue(Scale) ?? 100_000, parsed.GetValue(Scale) ?? 100_000);

    private static WebOptions WebOptionsOf(ParseResult parsed)
    {
        var (needs, offers) = Amount(parsed);
        return new WebOptions
        {
            Opportunities = needs,
            Capabilities = offers,
            Rounds = parsed.GetValue(Rounds),
            Measured = TimeSpan.FromSeconds(parsed.GetValue(Seconds)),
            WarmUp = TimeSpan.FromSeconds(parsed.GetValue(Seconds)),
            Only = parsed.GetValue(Only) ?? [],
            Folder = Path.GetFullPath(Path.Combine(parsed.GetValue(Folder) ?? Path.Combine(".data", "bench"), $"{needs}-{offers}"))
        };
    }
}
