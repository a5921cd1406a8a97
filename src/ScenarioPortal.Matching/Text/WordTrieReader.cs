using System.Globalization;

namespace ScenarioPortal.Matching.Text;

/// <summary>Reads jieba's <c>dict.txt</c>: lines of <c>word frequency [tag]</c>. Words that are not all Chinese are units anyway and are skipped.</summary>
internal static class WordTrieReader
{
    /// <summary>A guess in characters, so that the list of words need not grow often.</summary>
    private const int ShortestLine = 10;

    /// <exception cref="InvalidDataException">A line is not of this form, or no word is found at all.</exception>
    public static WordTrie Read(TextReader dictionary)
    {
        var text = dictionary.ReadToEnd();
        var words = Words(text);
        if (words.Count == 0)
        {
            throw new InvalidDataException("The dictionary holds no words: expected jieba's dict.txt with lines of 'word frequency tag'.");
        }

        var builder = new WordTrieBuilder();
        foreach (var word in words)
        {
            builder.Add(text.AsSpan(word.Start, word.Length), word.Frequency, word.IsName);
        }

        return builder.Build();
    }

    /// <summary>The words of the file in order: jieba's are so already, others are brought into it.</summary>
    private static List<Word> Words(string text)
    {
        var (words, ordered) = (new List<Word>(text.Length / ShortestLine), true);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            length = length < 0 ? text.Length - start : length;
            if (Read(text, start, length) is { } word)
            {
                ordered = ordered && (words.Count == 0 || Compare(words[^1], word) <= 0);
                words.Add(word);
            }

            start += length + 1;
        }

        if (!ordered)
        {
            words.Sort(Compare);
        }

        return words;

        int Compare(Word one, Word other) =>
            text.AsSpan(one.Start, one.Length).SequenceCompareTo(text.AsSpan(other.Start, other.Length)) is not 0 and var order ? order : one.Start - other.Start;
    }

    private static Word? Read(string text, int start, int length)
    {
        var line = text.AsSpan(start, length).TrimEnd('\r');
        if (line.IsWhiteSpace())
        {
            return null;
        }

        var wordEnd = line.IndexOf(' ');
        var rest = wordEnd < 0 ? [] : line[(wordEnd + 1)..];
        var frequencyEnd = rest.IndexOf(' ');
        var number = frequencyEnd < 0 ? rest : rest[..frequencyEnd];
        if (wordEnd <= 0 || !Frequency(number, out var frequency))
        {
            throw new InvalidDataException($"This line of the dictionary is not 'word frequency tag': {line}");
        }

        return frequency > 0 && IsChinese(line[..wordEnd])
            ? new Word(start, wordEnd, frequency, IsName(frequencyEnd < 0 ? [] : rest[(frequencyEnd + 1)..].Trim()))
            : null;
    }

    /// <summary>Nearly all are short whole numbers, which need no general reader.</summary>
    private static bool Frequency(ReadOnlySpan<char> number, out float frequency)
    {
        var whole = 0;
        foreach (var character in number)
        {
            if (!char.IsAsciiDigit(character) || number.Length > 7)
            {
                return float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out frequency);
            }

            whole = (whole * 10) + character - '0';
        }

        frequency = whole;
        return number.Length > 0;
    }

    /// <summary>jieba's tags for names of places and of organisations.</summary>
    private static bool IsName(ReadOnlySpan<char> tag) => tag is "ns" or "nt";

    private static bool IsChinese(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!CharacterKind.IsHan(character))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Word(int Start, int Length, float Frequency, bool IsName);
}
