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
        Span<float> best = stackalloc float[LongestRun + 1];
        Span<int> next = stackalloc int[LongestRun];
        best[run.Length] = 0;
        for (var start = run.Length - 1; start >= 0; start--)
        {
            (best[start], next[start]) = BestFrom(run, start, best);
        }

        var count = 0;
        for (var start = 0; start < run.Length; start += lengths[count++])
        {
            lengths[count] = next[start];
        }

        return count;
    }

    /// <summary>The best first word of the run from <paramref name="start"/> on, given the best cuts of everything behind it.</summary>
    private (float Probability, int Length) BestFrom(ReadOnlySpan<char> run, int start, ReadOnlySpan<float> best)
    {
        var chosen = (Probability: words.Unknown + best[start + 1], Length: 1);
        var node = WordTrie.Root;
        for (var end = start; end < run.Length; end++)
        {
            node = words.Child(node, run[end]);
            if (node == WordTrie.Root)
            {
                break;
            }

            if (words.IsWord(node, out var probability) && (end == start || probability + best[end + 1] > chosen.Probability))
            {
                chosen = (probability + best[end + 1], end - start + 1);
            }
        }

        return chosen;
    }
}
