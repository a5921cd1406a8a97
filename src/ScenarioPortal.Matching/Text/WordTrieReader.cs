using System.Globalization;

namespace ScenarioPortal.Matching.Text;

/// <summary>Reads jieba's <c>dict.txt</c>: lines of <c>word frequency [tag]</c>. Words that are not all Chinese are units anyway and are skipped.</summary>
internal static class WordTrieReader
{
    /// <exception cref="InvalidDataException">A line is not of this form, or no word is found at all.</exception>
    public static WordTrie Read(TextReader dictionary)
    {
        var trie = new WordTrie();
        foreach (var line in dictionary.ReadToEnd().AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                Add(trie, line);
            }
        }

        if (trie.Words == 0)
        {
            throw new InvalidDataException("The dictionary holds no words: expected jieba's dict.txt with lines of 'word frequency tag'.");
        }

        trie.Finish();
        return trie;
    }

    private static void Add(WordTrie trie, ReadOnlySpan<char> line)
    {
        var wordEnd = line.IndexOf(' ');
        var rest = wordEnd < 0 ? [] : line[(wordEnd + 1)..];
        var frequencyEnd = rest.IndexOf(' ');
        var number = frequencyEnd < 0 ? rest : rest[..frequencyEnd];
        if (wordEnd <= 0 || !float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var frequency))
        {
            throw new InvalidDataException($"This line of the dictionary is not 'word frequency tag': {line}");
        }

        if (frequency > 0 && IsChinese(line[..wordEnd]))
        {
            trie.Add(line[..wordEnd], frequency, IsName(frequencyEnd < 0 ? [] : rest[(frequencyEnd + 1)..].Trim()));
        }
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
}
