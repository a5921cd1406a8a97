using System.Numerics;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// Sorts the terms of a text by key without comparing them all, which was a seventh of the time that a list needs to be indexed. A key of up to four characters holds them as they are, so that its length and the upper half of
/// its first character spread the terms of a text over many short runs that come one after the other; what is left is put right by insertion.
/// </summary>
internal static class TermOrder
{
    private const int RunsOfLength = 256;
    private const int Runs = 4 * RunsOfLength;

    /// <summary>With a longer run, as in a very long text or one that says the same over and over, insertion would take the square of its length.</summary>
    private const int LongestRun = 64;

    /// <summary>Fewer are put in order by insertion alone.</summary>
    private const int FewTerms = 24;

    /// <summary>Sorts both by the keys, equal ones in any order. What they were sorted through is left behind in the second pair.</summary>
    public static void Sort(Span<ulong> keys, Span<float> weights, Span<ulong> otherKeys, Span<float> otherWeights)
    {
        if (keys.Length > FewTerms)
        {
            Span<int> starts = stackalloc int[Runs];
            if (Count(keys, starts) > LongestRun)
            {
                keys.Sort(weights);
                return;
            }

            for (var i = 0; i < keys.Length; i++)
            {
                var to = starts[RunOf(keys[i])]++;
                (otherKeys[to], otherWeights[to]) = (keys[i], weights[i]);
            }

            otherKeys[..keys.Length].CopyTo(keys);
            otherWeights[..keys.Length].CopyTo(weights);
        }

        Insert(keys, weights);
    }

    /// <summary>Where each run begins, and how long the longest is.</summary>
    private static int Count(ReadOnlySpan<ulong> keys, Span<int> starts)
    {
        starts.Clear();
        foreach (var key in keys)
        {
            starts[RunOf(key)]++;
        }

        var (next, longest) = (0, 0);
        foreach (ref var start in starts)
        {
            longest = Math.Max(longest, start);
            (start, next) = (next, next + start);
        }

        return longest;
    }

    /// <summary>Never less for a larger key.</summary>
    private static int RunOf(ulong key)
    {
        var characters = BitOperations.Log2(key) >> 4;
        return (characters * RunsOfLength) + (int)(key >> ((characters << 4) + 8));
    }

    private static void Insert(Span<ulong> keys, Span<float> weights)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            var (key, weight, at) = (keys[i], weights[i], i);
            for (; at > 0 && keys[at - 1] > key; at--)
            {
                (keys[at], weights[at]) = (keys[at - 1], weights[at - 1]);
            }

            (keys[at], weights[at]) = (key, weight);
        }
    }
}
