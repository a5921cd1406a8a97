namespace ScenarioPortal.Benchmarks.Load;

/// <summary>What one run of the load generator saw.</summary>
internal sealed class LoadResult
{
    private const int ErrorShown = 600;

    public Histogram Latencies { get; } = new();

    public long Requests => Latencies.Count;

    public long Bytes { get; private set; }

    public long Errors { get; private set; }

    public byte[] FirstError { get; private set; } = [];

    public TimeSpan Elapsed { get; set; }

    public double PerSecond => Requests / Elapsed.TotalSeconds;

    public void Add(long microseconds, Answer answer)
    {
        Latencies.Add(microseconds);
        Bytes += answer.Length;
        if (answer.Status != 200)
        {
            Errors++;
            if (FirstError.Length == 0)
            {
                FirstError = answer.Bytes[..Math.Min(answer.Length, ErrorShown)].ToArray();
            }
        }
    }
}
