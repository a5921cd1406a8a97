using ScenarioPortal.Benchmarks.Load;

namespace ScenarioPortal.Benchmarks.Reporting;

/// <summary>All rounds of one target.</summary>
internal sealed class Measurement(Target target)
{
    private readonly List<LoadResult> _rounds = [];
    private TimeSpan _processorTime;

    public Target Target { get; } = target;

    public double[] PerSecond => [.. _rounds.Select(r => r.PerSecond).Order()];

    public Histogram Latencies
    {
        get
        {
            var all = new Histogram();
            _rounds.ForEach(r => all.Add(r.Latencies));
            return all;
        }
    }

    /// <summary>The size of an answer with its head, on average.</summary>
    public long BytesEach => _rounds.Sum(r => r.Bytes) / Requests;

    /// <summary>Processor time of the web server for one request, which other work on the machine moves less than the rate.</summary>
    public double MicrosecondsEach => _processorTime.TotalMicroseconds / Requests;

    private long Requests => _rounds.Sum(r => r.Requests);

    public async Task TakeAsync(TimeSpan duration, CancellationToken cancellation)
    {
        var before = Target.Server.ProcessorTime;
        _rounds.Add(await LoadGenerator.RunAsync(Target, duration, cancellation));
        _processorTime += Target.Server.ProcessorTime - before;
    }
}
