namespace ScenarioPortal.Matching.Text;

/// <summary>Words that are not in the dictionary, or that it cuts, and that shall be one word.</summary>
internal static class UserTerms
{
    /// <summary>Longer ones are sentences.</summary>
    public const int Longest = 20;

    /// <summary>
    /// By how much a term is likelier than its best cut, as a logarithm, times its length squared: enough that it is one word unless a likelier word goes across its bounds,
    /// and, squares being what they are, that a term wins over any sequence of shorter ones.
    /// </summary>
    private const float Gain = 0.1f;

    /// <summary>Whether something can be a word of its own: 2 to <see cref="Longest"/> Chinese characters. Letters and digits are units anyway.</summary>
    public static bool CanBeWord(string normalised) => normalised.Length is > 1 and <= Longest && normalised.All(CharacterKind.IsHan);

    /// <summary>The dictionary with the terms in it. Takes about 100 ms, whatever their number.</summary>
    public static WordTrie Add(WordTrie words, IReadOnlyCollection<string> terms)
    {
        var segmenter = new Segmenter(words);
        var draft = new TrieDraft(words);
        foreach (var term in terms)
        {
            draft.Set(term, segmenter.Likelihood(term) + (Gain * term.Length * term.Length));
        }

        return draft.Pack();
    }
}
