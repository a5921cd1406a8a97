using System.Diagnostics;
using System.Globalization;
using System.Text;
using ScenarioPortal.Benchmarks.Corpus;
using ScenarioPortal.Benchmarks.Matching;
using ScenarioPortal.Benchmarks.Serving;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Benchmarks;

/// <summary>
/// <c>./portal bench matching</c>: first the index beside other engines, then what matching costs by itself, without database and web, one question after
/// another. There the figure is processor time, garbage collection included: it stays the same when other work shares the machine.
/// </summary>
internal static class MatchingBenchmark
{
    private const int Top = 20;

    /// <summary>As many capabilities as change in one turn of the keeper of matches.</summary>
    private const int Batch = 200;

    /// <summary>What is asked about so few is asked again and again.</summary>
    private const int Few = 40;

    /// <summary>What is measured is repeated until so much time is over; the best of some rounds counts.</summary>
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1);

    private const int Rounds = 3;

    /// <param name="counts">How many capabilities the engines are compared with.</param>
    /// <param name="longestQuestions">How long one engine is asked at most.</param>
    /// <param name="cancellation">Asked between questions.</param>
    public static void Compare(IEnumerable<int> counts, TimeSpan longestQuestions, CancellationToken cancellation)
    {
        var benchmark = new EngineBenchmark(Analyzer(), DictionaryWords.Read(DictionaryFile("dict.txt")), longestQuestions);
        foreach (var count in counts)
        {
            benchmark.Run(count, cancellation);
            Console.WriteLine();
        }
    }

    /// <param name="folder">See <see cref="JudgedSet"/>.</param>
    public static void Quality(string folder)
    {
        new QualityBenchmark(Analyzer()).Run(JudgedSet.Read(folder));
        Console.WriteLine();
    }

    public static void Run(int needCount, int offerCount, CancellationToken cancellation)
    {
        var places = Place.Read(PortalProgram.DataFile("regions.csv"));
        var (needLines, offerLines) = (new Needs(places, new DateOnly(2026, 1, 1)), new Offers(places));
        NeedDocument[] needs = [.. Enumerable.Range(1, needCount).Select(n => Document(needLines[n]))];
        CapabilityDocument[] offers = [.. Enumerable.Range(1, offerCount).Select(n => Document(offerLines[n]))];
        var analyzer = Analyzer();
        Analyse(analyzer, [.. offers.Take(needCount).Select(o => o.Description)]);
        var matcher = new Matcher(analyzer);

        var start = Environment.CpuUsage.TotalTime;
        matcher.Apply(new MatcherChanges { Needs = needs, Capabilities = offers });
        var built = Environment.CpuUsage.TotalTime - start;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{needCount:N0} needs and {offerCount:N0} capabilities: {built.TotalSeconds:0.00} s to analyse and index, {GC.GetTotalMemory(forceFullCollection: true) >> 20:N0} MB"));

        Measure("capabilities for a need", n => matcher.CapabilitiesFor(needs[n % needCount], Top));
        Measure("capabilities for a pasted text", n => matcher.CapabilitiesFor(needs[n % needCount] with { Id = Guid.Empty }, Top));
        Measure("needs for a capability", n => matcher.NeedsFor(offers[n % offerCount], Top));
        Measure("needs for a capability, again", n => matcher.NeedsFor(offers[n % Few], Top));
        Measure("needs for 200 capabilities", n => matcher.NeedsFor(new ArraySegment<CapabilityDocument>(offers, Batch * n % (offerCount - Batch), Batch), Top));
        Measure("one pair explained", n => matcher.Explain(needs[n % needCount], offers[n % offerCount]));
        CapabilityDocument[][] fitting = [.. needs.Take(Few).Select(need => matcher.CapabilitiesFor(need, 50).Select(m => matcher.Capability(m.Id)!).ToArray())];
        Measure("fifty explained for a need", n => matcher.Explain(needs[n % Few], fitting[n % Few]));
        Measure("ten explained for a pasted text", n => matcher.Explain(needs[n % needCount] with { Id = Guid.Empty }, new ArraySegment<CapabilityDocument>(offers, n % (offerCount - 10), 10)));
        Measure("needs by words", n => matcher.SearchNeeds(Needs.Words(n), needCount));

        void Measure(string what, Func<int, object> act)
        {
            var (number, best) = (0, double.MaxValue);
            for (var round = 0; round <= Rounds; round++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (began, used, first) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, number);
                while (Stopwatch.GetElapsedTime(began) < Measured)
                {
                    act(number++);
                }

                // The first round is for the compiler.
                best = round == 0 ? best : Math.Min(best, (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / (number - first));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32}{best,10:N0} µs"));
        }
    }

    /// <summary>How fast texts become terms on one core, in MB of UTF-8, and what garbage that leaves.</summary>
    private static void Analyse(TextAnalyzer analyzer, string[] texts)
    {
        var (terms, bytes) = (new List<Term>(), texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t)));
        var (best, garbage) = (double.MaxValue, 0L);
        for (var round = 0; round <= Rounds; round++)
        {
            var (used, allocated, read, times) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp(), 0);
            for (; Stopwatch.GetElapsedTime(read) < Measured; times++)
            {
                foreach (var text in texts)
                {
                    terms.Clear();
                    analyzer.Analyze(text, terms);
                }
            }

            // The first round is for the compiler.
            best = round == 0 ? best : Math.Min(best, (Environment.CpuUsage.TotalTime - used).TotalSeconds / times);
            garbage = (GC.GetAllocatedBytesForCurrentThread() - allocated) / ((long)times * texts.Length);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Length:N0} texts to terms: {bytes / best / 1e6:0} MB of UTF-8 a second on one core, {garbage} bytes of garbage a text"));
    }

    private static TextAnalyzer Analyzer()
    {
        using var words = Open("dict.txt");
        using var characters = Open("TSCharacters.txt");
        using var phrases = Open("TSPhrases.txt");
        return TextAnalyzer.Load(words, characters, phrases);

        static StreamReader Open(string name) => new(DictionaryFile(name));
    }

    private static string DictionaryFile(string name) => Path.Combine(AppContext.BaseDirectory, "dictionaries", name);

    private static NeedDocument Document(OpportunityLine line) => new()
    {
        Id = Guid.CreateVersion7(),
        Revision = 1,
        Title = line.Title,
        Description = line.Description,
        Technologies = line.RequiredTech,
        Field = line.Field,
        RegionCode = line.Region,
        BudgetMaximum = line.BudgetWan,
        Keywords = line.Publisher
    };

    private static CapabilityDocument Document(CapabilityLine line) => new()
    {
        Id = Guid.CreateVersion7(),
        Revision = 1,
        Title = line.Title,
        Description = line.Description,
        Technologies = line.Tech,
        Cases = line.Cases,
        Field = line.Field,
        RegionCode = line.Region,
        Trl = line.Trl,
        Keywords = line.Company
    };
}
