using System.Globalization;

namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>What one engine did with one list.</summary>
internal sealed record EngineRow
{
    public required string Engine { get; init; }

    public required int Texts { get; init; }

    /// <summary>From texts to the first answer: a start from nothing. Null where it was there already.</summary>
    public required double? BuildSeconds { get; init; }

    /// <summary>Processor time of this process until then: what it costs where no other work takes the processors.</summary>
    public required double BuildProcessorSeconds { get; init; }

    public required double BytesPerText { get; init; }

    /// <summary>Milliseconds of each question in ascending order, of each the fastest of the rounds: the machine is seldom alone.</summary>
    public required double[] Milliseconds { get; init; }

    /// <summary>Questions a second, asked by two threads.</summary>
    public required double PerSecond { get; init; }

    /// <summary>Processor time of this process for a question while two threads ask.</summary>
    public required double ProcessorMilliseconds { get; init; }

    public required double MicrosecondsPerUpdate { get; init; }

    /// <summary>How many questions were given up; they count with the time until then.</summary>
    public int GivenUp { get; init; }

    public double Percentile(int percent) => Milliseconds[Math.Min(Milliseconds.Length - 1, Milliseconds.Length * percent / 100)];

    public static string Heading => string.Create(CultureInfo.InvariantCulture,
        $"{"",-30}{"start s",9}{"bytes/text",11}{"p50 ms",10}{"p95 ms",10}{"p99 ms",10}{"2 threads/s",12}{"update µs",11}{"n",6}");

    /// <summary>A percentile of fewer questions than it takes to have one says nothing.</summary>
    private string Shown(int percent) =>
        Milliseconds.Length * (100 - percent) < 100 ? "–" : Percentile(percent).ToString("0.00", CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Engine,-30}{BuildSeconds?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–",9}{BytesPerText,11:0}{Percentile(50),10:0.00}{Shown(95),10}{Shown(99),10}{PerSecond,12:N1}{MicrosecondsPerUpdate,11:N0}{Milliseconds.Length,6}{(GivenUp > 0 ? $"  {GivenUp} given up" : "")}");
}
