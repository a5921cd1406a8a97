using System.Numerics;

namespace ScenarioPortal.Benchmarks.Load;

/// <summary>Latencies in microseconds, counted in classes that are at most 1/32 wide: percentiles are within 3 %.</summary>
internal sealed class Histogram
{
    private const int StepBits = 5;
    private const int Steps = 1 << StepBits;
    private readonly long[] _counts = new long[Steps * 32];

    public long Count { get; private set; }

    public void Add(long microseconds)
    {
        _counts[ClassOf(microseconds)]++;
        Count++;
    }

    public void Add(Histogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        Count += other.Count;
    }

    /// <summary>The latency, in milliseconds, that the given part of all (0–1) did not exceed.</summary>
    public double Percentile(double part)
    {
        var wanted = (long)Math.Ceiling(Count * part);
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= wanted)
            {
                return UpperEdge(i) / 1000.0;
            }
        }

        return 0;
    }

    private static int ClassOf(long value)
    {
        var positive = (ulong)Math.Clamp(value, 0, int.MaxValue);
        var shift = Math.Max(0, BitOperations.Log2(positive | 1) - StepBits);
        return (shift * Steps) + (int)(positive >> shift);
    }

    private static long UpperEdge(int index)
    {
        var shift = Math.Max(0, (index / Steps) - 1);
        return (long)(index - (shift * Steps) + 1) << shift;
    }
}
