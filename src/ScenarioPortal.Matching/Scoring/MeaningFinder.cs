using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// How near texts are in meaning, where a model outside gave them vectors: the cosine, in standard deviations above what capabilities at random have with the same need, as no
/// model means the same by a cosine of 0.6. "At random" are 256 capabilities, those with the lowest ids: the same ones on every node.
/// </summary>
internal sealed class MeaningFinder(DocumentList<CapabilityDocument> capabilities)
{
    private const int Sampled = 256;

    /// <summary>In a short list, or one about a single thing, deviations of chance are not taken for meaning.</summary>
    private const double SmallestDeviation = 0.03;

    private readonly Lazy<ReadOnlyMemory<float>[]> _sample = new(() =>
        [.. capabilities.Entries.Select(e => e.Document).Where(d => !d.Vector.IsEmpty).OrderBy(d => d.Id).Take(Sampled).Select(d => d.Vector)]);

    /// <summary>Null when there is nothing to compare with: then it adds nothing.</summary>
    public NeedMeaning? Of(NeedDocument need)
    {
        if (need.Vector.IsEmpty)
        {
            return null;
        }

        var cosines = _sample.Value.Where(v => v.Length == need.Vector.Length).Select(v => (double)Cosine(v.Span, need.Vector.Span)).ToArray();
        if (cosines.Length < 2)
        {
            return null;
        }

        var mean = cosines.Average();
        return new NeedMeaning(need.Vector, mean, Math.Max(SmallestDeviation, Math.Sqrt(cosines.Average(c => (c - mean) * (c - mean)))));
    }

    /// <summary>Of vectors of length 1; four sums at a time, on every machine the same.</summary>
    public static float Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var ones = MemoryMarshal.Cast<float, Vector128<float>>(one);
        var others = MemoryMarshal.Cast<float, Vector128<float>>(other);
        var sums = Vector128<float>.Zero;
        for (var i = 0; i < ones.Length; i++)
        {
            sums += ones[i] * others[i];
        }

        var sum = Vector128.Sum(sums);
        for (var i = ones.Length * Vector128<float>.Count; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
