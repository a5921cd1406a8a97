namespace ScenarioPortal.Matching.Text;

/// <summary>The terms of Chinese text: its words, the dictionary words inside them, and its characters.</summary>
internal sealed class ChineseTerms(WordTrie words, Segmenter segmenter)
{
    /// <summary>Adds the terms of the run of Chinese characters that begins at <paramref name="start"/>, and returns where it ends.</summary>
    public int Add(NormalisedText text, int start, List<Term> terms)
    {
        var characters = text.Characters;
        var end = start + 1;
        while (end < characters.Length && end - start < Segmenter.LongestRun && CharacterKind.IsHan(characters[end]))
        {
            end++;
        }

        Span<int> lengths = stackalloc int[end - start];
        var count = segmenter.Cut(characters[start..end], lengths);
        foreach (var length in lengths[..count])
        {
            AddWord(text, start, length, terms);
            start += length;
        }

        return end;
    }

    private void AddWord(NormalisedText text, int start, int length, List<Term> terms)
    {
        if (length > 1)
        {
            Term.Add(text, start, length, TermKind.Word, terms);
        }

        for (var first = start; first < start + length; first++)
        {
            if (length > 2)
            {
                AddWordsInside(text, start, length, first, terms);
            }

            if (!StopCharacters.Contains(text.Characters[first]))
            {
                Term.Add(text, first, 1, TermKind.Character, terms);
            }
        }
    }

    /// <summary>Dictionary words that begin at <paramref name="first"/> inside a longer word: 无人机 holds 无人.</summary>
    private void AddWordsInside(NormalisedText text, int start, int length, int first, List<Term> terms)
    {
        var node = words.Child(WordTrie.Root, text.Characters[first]);
        for (var last = first + 1; last < start + length && node != WordTrie.Root; last++)
        {
            node = words.Child(node, text.Characters[last]);
            var inside = last - first + 1;
            if (node != WordTrie.Root && inside < length && words.IsWord(node, out _))
            {
                Term.Add(text, first, inside, TermKind.Word, terms);
            }
        }
    }
}
