using System.Buffers;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>Lists inside one cell. Numbering in front of an entry goes, repetition goes, brackets stay together.</summary>
internal static partial class ListText
{
    private const string PhraseSeparators = "、，,;；/\n|";
    private const string EntrySeparators = "；;、，,\n";
    private const string SentenceSeparators = "；;\n";
    private const int ShortPhrase = 9;

    /// <summary>What a sentence has and a list of phrases has not.</summary>
    private static readonly SearchValues<char> Prose = SearchValues.Create("，。！？：:；");

    /// <summary>Short phrases such as technologies or regions: separated by 、，,;；/| or line breaks.</summary>
    public static IReadOnlyList<string> Phrases(string text) => Split(text, PhraseSeparators);

    /// <summary>Sentences such as cases or conditions: separated by ；; or line breaks.</summary>
    public static IReadOnlyList<string> Sentences(string text) => Split(text, SentenceSeparators);

    /// <summary>Names such as those of certificates, which may have a stroke in them: separated by ；;、，, or line breaks.</summary>
    public static IReadOnlyList<string> Entries(string text) => Split(text, EntrySeparators);

    /// <summary>The entries of a text that is nothing but a list of short phrases; otherwise none.</summary>
    public static IReadOnlyList<string> OnlyPhrases(string text)
    {
        if (!text.Contains('、', StringComparison.Ordinal) || text.AsSpan().TrimEnd('。').ContainsAny(Prose))
        {
            return [];
        }

        var phrases = Phrases(text);
        return phrases.Count > 1 && phrases.All(phrase => phrase.Length <= ShortPhrase) ? phrases : [];
    }

    private static List<string> Split(string text, string separators)
    {
        List<string> entries = [];
        HashSet<string> seen = [];
        var (start, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth = text[at] switch
            {
                '（' or '(' or '【' or '[' => depth + 1,
                '）' or ')' or '】' or ']' => Math.Max(0, depth - 1),
                '\n' => 0,
                _ => depth
            };
            if (depth == 0 && separators.Contains(text[at], StringComparison.Ordinal))
            {
                Add(text[start..at]);
                start = at + 1;
            }
        }

        Add(text[start..]);
        return entries;

        void Add(string raw)
        {
            var entry = Numbering().Replace(CellText.OneLine(raw), "").TrimEnd('。', '.', ' ');
            if (entry.Length > 0 && !OnlyNumber().IsMatch(entry) && seen.Add(entry))
            {
                entries.Add(entry);
            }
        }
    }

    /// <summary>What is left of “1、” when the list is separated by 、.</summary>
    [GeneratedRegex("^[0-9０-９]{1,2}$")]
    private static partial Regex OnlyNumber();

    [GeneratedRegex(@"^(?:[0-9０-９]{1,2}[.．、)）](?![0-9])|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[·•●■◆-])\s*")]
    private static partial Regex Numbering();
}
