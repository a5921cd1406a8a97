using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>A sentence of a document, or a part of a long one, with its terms by position in <paramref name="Text"/>.</summary>
internal sealed record Clause(string Text, Term[] Terms, bool IsCase)
{
    /// <summary>The different terms, sorted.</summary>
    public ulong[] Keys { get; } = Different(Terms);

    /// <summary>The characters of the clause that no word covers.</summary>
    public HashSet<ulong> LoneCharacters()
    {
        var covered = new bool[Text.Length];
        foreach (var word in Terms)
        {
            if (word.Kind == TermKind.Word)
            {
                covered.AsSpan(word.Start, word.Length).Fill(true);
            }
        }

        return [.. Terms.Where(t => t.Kind == TermKind.Character && !covered[t.Start]).Select(t => t.Key)];
    }

    private static ulong[] Different(Term[] terms)
    {
        var keys = Array.ConvertAll(terms, term => term.Key);
        Array.Sort(keys);
        var count = 0;
        foreach (var key in keys)
        {
            if (count == 0 || keys[count - 1] != key)
            {
                keys[count++] = key;
            }
        }

        return keys[..count];
    }
}
