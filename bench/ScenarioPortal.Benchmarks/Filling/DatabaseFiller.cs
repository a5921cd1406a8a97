using System.Diagnostics;
using ScenarioPortal.Benchmarks.Corpus;
using ScenarioPortal.Benchmarks.Serving;
using ScenarioPortal.Data.Embedded;

namespace ScenarioPortal.Benchmarks.Filling;

/// <summary>Fills a folder as an office would: two list files through <c>import --publish</c>, then the portal matches them.</summary>
internal sealed class DatabaseFiller(WebOptions options, PortalProgram program, DateOnly today)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(15);

    /// <summary>Takes what an earlier run left, when it is the right amount; goes on where that was interrupted while matching.</summary>
    public async Task<FillingRecord> FillAsync(CancellationToken cancellation)
    {
        var record = FillingRecord.Read(options.Folder);
        if (record?.Fits(options) == true)
        {
            Console.WriteLine($"Taking the lists of an earlier run from {options.Folder}");
        }
        else
        {
            record = await ImportAsync(cancellation);
            record.Write(options.Folder);
        }

        if (!record.IsMatched)
        {
            record = await MatchAsync(record, cancellation);
            record.Write(options.Folder);
        }

        return record;
    }

    private async Task<FillingRecord> ImportAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(options.Folder))
        {
            Directory.Delete(options.Folder, recursive: true);
        }

        Directory.CreateDirectory(options.Folder);
        var places = Place.Read(PortalProgram.DataFile("regions.csv"));
        var (needs, offers) = (new Needs(places, today), new Offers(places));
        var needsFile = Path.Combine(options.Folder, "opportunities.jsonl");
        var offersFile = Path.Combine(options.Folder, "capabilities.jsonl");
        await Lines.WriteAsync(needsFile, options.Opportunities, number => needs[number], cancellation);
        await Lines.WriteAsync(offersFile, options.Capabilities, number => offers[number], cancellation);

        // The two imports share one server instead of starting and stopping it each.
        await using var database = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataDirectory = program.DatabaseFolder }, cancellation);
        var first = await ImportAsync("opportunities", needsFile, options.Opportunities, cancellation);
        var second = await ImportAsync("capabilities", offersFile, options.Capabilities, cancellation);
        return new FillingRecord
        {
            Opportunities = options.Opportunities,
            Capabilities = options.Capabilities,
            OpportunitiesPerSecond = first.PerSecond,
            CapabilitiesPerSecond = second.PerSecond,
            ImportMemory = Math.Max(first.Memory, second.Memory)
        };
    }

    private async Task<(double PerSecond, long Memory)> ImportAsync(string list, string file, int count, CancellationToken cancellation)
    {
        Console.WriteLine($"Importing and releasing {count:N0} {list}");
        var start = Stopwatch.GetTimestamp();
        await using var import = program.Import(list, file);
        var memory = 0L;
        var end = import.EndAsync(cancellation);
        while (await Task.WhenAny(end, Task.Delay(BetweenLooks, cancellation)) != end)
        {
            memory = Math.Max(memory, import.PeakMemory);
        }

        return await end == 0
            ? (count / Stopwatch.GetElapsedTime(start).TotalSeconds, memory)
            : throw new InvalidOperationException($"The import of {list} failed.{Environment.NewLine}{import.Output}");
    }

    /// <summary>The served portal matches what it finds in the outbox; this waits until nothing is left there.</summary>
    private async Task<FillingRecord> MatchAsync(FillingRecord record, CancellationToken cancellation)
    {
        Console.WriteLine($"Matching {options.Opportunities:N0} opportunities with {options.Capabilities:N0} capabilities");
        await using var database = await BenchmarkDatabase.OpenAsync(program, cancellation);
        await using var portal = await program.ServeAsync(Loopback.FreeAddress(), cachePages: true, cancellation);
        var (start, noted) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        while (await database.BacklogAsync(cancellation) is > 0 and var left)
        {
            if (Stopwatch.GetElapsedTime(noted) > BetweenNotes)
            {
                Console.WriteLine($"  {left:N0} left after {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
                noted = Stopwatch.GetTimestamp();
            }

            await Task.Delay(BetweenLooks, cancellation);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await database.AnalyseAsync(cancellation);
        return record with { MatchingSeconds = seconds, Matches = await database.MatchesAsync(cancellation) };
    }
}
