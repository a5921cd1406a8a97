using System.Diagnostics;
using System.Globalization;
using ScenarioPortal.Benchmarks.Corpus;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>
/// The portal's index beside what others would take, over the same texts in one run: the best 50 capabilities for a whole need of about 200 characters.
/// Analysing the need is part of each answer.
/// </summary>
/// <param name="analyzer">Of our own engine.</param>
/// <param name="words">What generated texts are made of.</param>
/// <param name="longestQuestions">How long one engine is asked at most.</param>
internal sealed class EngineBenchmark(TextAnalyzer analyzer, DictionaryWords words, TimeSpan longestQuestions)
{
    private const int Top = 50;
    private const int Rounds = 3;
    private const int Updates = 200;

    /// <summary>All needs of this many, as a full re-match would ask them.</summary>
    private const int AllNeeds = 100_000;

    /// <summary>So many words are left of a need where PostgreSQL is asked for the rarest only.</summary>
    private const int Rarest = 12;

    private static readonly TimeSpan Together = TimeSpan.FromSeconds(3);

    /// <param name="count">How many capabilities.</param>
    /// <param name="cancellation">Asked between questions.</param>
    public void Run(int count, CancellationToken cancellation)
    {
        var source = new IndexTexts(words);
        string[] texts = [.. IndexTexts.ByLikeness(count).AsParallel().AsOrdered().Select(source.Capability)];
        string[] needs = [.. Enumerable.Range(0, 1000).Select(source.Need)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} capabilities of {texts.Take(1000).Average(t => t.Length):0} characters, needs of {needs.Average(t => t.Length):0}; best {Top}, of each question the fastest of {Rounds} rounds; given up after {PostgresTexts.Limit.TotalSeconds:0} s"));
        Console.WriteLine(EngineRow.Heading);

        EngineRow[] own = [Measure(() => new OwnEngine(analyzer, characters: false)), Measure(() => new OwnEngine(analyzer, characters: true))];
        var lucene = Measure(() => new LuceneEngine());
        using (var postgres = new PostgresTexts(analyzer))
        {
            Measure(() => new PostgresEngine(postgres));
            Measure(() => new PostgresEngine(postgres, Rarest));
        }

        foreach (var row in own)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Engine}: {lucene.Percentile(50) / row.Percentile(50):0} times as fast as Lucene.NET at p50; {row.BuildProcessorSeconds:0.0} s of processor time to start; {AllNeeds:N0} needs would take {AllNeeds / row.PerSecond:N0} s on two threads as measured, and {AllNeeds * row.ProcessorMilliseconds / 2000:N0} s where nothing else runs, by the processor time of {row.ProcessorMilliseconds:0.00} ms each (extrapolated)"));
        }

        EngineRow Measure(Func<IEngine> make)
        {
            GC.Collect();
            using var engine = make();
            var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var wasBuilt = engine is PostgresEngine { IsBuilt: true };
            engine.Build(texts);
            Answers(engine, needs[0]);
            var (built, processor) = (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - used);
            var bytes = engine.Bytes;
            var (milliseconds, givenUp) = Ask(engine, needs, cancellation);
            var (perSecond, each) = AskTogether(engine, needs);
            var row = new EngineRow
            {
                Engine = engine.Name,
                Texts = count,
                BuildSeconds = wasBuilt ? null : built.TotalSeconds,
                BuildProcessorSeconds = processor.TotalSeconds,
                BytesPerText = (double)bytes / count,
                Milliseconds = milliseconds,
                GivenUp = givenUp,
                PerSecond = perSecond,
                ProcessorMilliseconds = each,
                MicrosecondsPerUpdate = Update(engine, source, count)
            };
            Console.WriteLine(row);
            return row;
        }
    }

    /// <summary>As many needs as fit into the time, and all of them three times.</summary>
    private (double[] Milliseconds, int GivenUp) Ask(IEngine engine, string[] needs, CancellationToken cancellation)
    {
        var (fastest, givenUp) = (new List<double>(), new HashSet<int>());
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < needs.Length && (round > 0 ? i < fastest.Count : Stopwatch.GetElapsedTime(began) < longestQuestions / Rounds); i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var start = Stopwatch.GetTimestamp();
                if (!Answers(engine, needs[i]))
                {
                    givenUp.Add(i);
                }

                var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (round == 0)
                {
                    fastest.Add(took);
                }
                else
                {
                    fastest[i] = Math.Min(fastest[i], took);
                }
            }
        }

        return ([.. fastest.Order()], givenUp.Count);
    }

    private static (double PerSecond, double ProcessorMilliseconds) AskTogether(IEngine engine, string[] needs)
    {
        var (began, used, asked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0);
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, thread =>
        {
            for (var i = thread; Stopwatch.GetElapsedTime(began) < Together; i += 2)
            {
                if (Answers(engine, needs[i % needs.Length]))
                {
                    Interlocked.Increment(ref asked);
                }
            }
        });
        return (asked / Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Math.Max(1, asked));
    }

    private static bool Answers(IEngine engine, string need)
    {
        try
        {
            engine.Find(need, Top);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static double Update(IEngine engine, IndexTexts source, int from)
    {
        string[] added = [.. Enumerable.Range(from, Updates).Select(source.Capability)];
        var began = Stopwatch.GetTimestamp();
        foreach (var text in added)
        {
            engine.Add(text);
        }

        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / Updates;
    }
}
