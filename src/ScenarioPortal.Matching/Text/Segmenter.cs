namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Cuts a run of Chinese characters into the sequence of dictionary words with the highest product of probabilities
/// (the unigram model of jieba, without its hidden Markov model). Characters that no word covers stand alone.
/// </summary>
internal sealed class Segmenter(WordTrie words)
{
    /// <summary>Longer runs, which hardly exist, are cut here first.</summary>
    public const int LongestRun = 512;

    /// <summary>Writes the lengths of the words from left to right and returns how many there are.</summary>
    /// <param name="run">At most <see cref="LongestRun"/> Chinese characters.</param>
    /// <param name="lengths">Room for as many numbers as the run has characters.</param>
    public int Cut(ReadOnlySpan<char> run, Span<int> lengths)
    {
        // As short as the run, because the memory is cleared each time.
        Span<float> best = stackalloc float[run.Length + 1];
        Span<ushort> codes = stackalloc ushort[run.Length + 1];
        Span<ushort> next = stackalloc ushort[run.Length];
        FindBest(run, best, codes, next);

        var count = 0;
        for (var start = 0; start < run.Length; start += lengths[count++])
        {
            lengths[count] = next[start];
        }

        return count;
    }

    /// <summary>Logarithm of the probability of the best cut of a run.</summary>
    public float Likelihood(ReadOnlySpan<char> run)
    {
        Span<float> best = stackalloc float[run.Length + 1];
        FindBest(run, best, stackalloc ushort[run.Length + 1], stackalloc ushort[run.Length]);
        return best[0];
    }

    /// <summary>
    /// From right to left the best first word from each place on, given the best cuts of everything behind it. No test for the end of the run
    /// nor for a node that has no children or is no word: the number behind the last character leads nowhere, and what is no word is infinitely improbable.
    /// </summary>
    private void FindBest(ReadOnlySpan<char> run, Span<float> best, Span<ushort> codes, Span<ushort> next)
    {
        var nodes = words.Nodes;
        var numbers = words.Codes;
        var unknown = words.Unknown;
        codes[run.Length] = WordTrie.EndCode;
        best[run.Length] = 0;
        for (var start = run.Length - 1; start >= 0; start--)
        {
            int node = codes[start] = numbers[run[start]];
            var (first, alone) = (nodes[node].First, nodes[node].Probability);
            var chosen = (alone > unknown ? alone : unknown) + best[start + 1];
            var length = 1;
            for (var end = start + 1; ; end++)
            {
                var child = first + codes[end];
                ref readonly var there = ref nodes[child];
                if (there.Parent != node)
                {
                    break;
                }

                var probability = there.Probability + best[end + 1];
                if (probability > chosen)
                {
                    (chosen, length) = (probability, end + 1 - start);
                }

                (node, first) = (child, there.First);
            }

            best[start] = chosen;
            next[start] = (ushort)length;
        }
    }
}
