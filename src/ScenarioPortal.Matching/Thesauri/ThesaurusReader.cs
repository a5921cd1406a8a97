using System.Text;
using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Matching.Thesauri;

/// <summary>Reads the thesaurus as a file that people can read and correct: remarks, a header, then one pair a line.</summary>
internal static class ThesaurusReader
{
    private const string Header = "kind,from,to,field";

    private static readonly Dictionary<string, WordRelation> Relations = new(StringComparer.Ordinal)
    {
        ["same"] = WordRelation.Same,
        ["solves"] = WordRelation.Solves,
        ["made-with"] = WordRelation.MadeWith
    };

    public static IReadOnlyList<WordPair> Read(TextReader file)
    {
        ArgumentNullException.ThrowIfNull(file);
        List<WordPair> pairs = [];
        Dictionary<(string, string), int> lines = [];
        var (number, hasHeader) = (0, false);
        while (file.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!hasHeader)
            {
                Require(line == Header, number, $"expected the header “{Header}”");
                hasHeader = true;
                continue;
            }

            var pair = PairOf(line, number);
            Require(lines.TryAdd(KeyOf(pair), number), number, $"{pair.From} and {pair.To} are a pair already, in line {lines.GetValueOrDefault(KeyOf(pair))}");
            pairs.Add(pair);
        }

        Require(hasHeader, number, $"expected the header “{Header}”");
        return pairs;
    }

    private static WordPair PairOf(string line, int number)
    {
        var cells = line.Split(',');
        Require(cells.Length == 4, number, $"expected four cells, there are {cells.Length}");
        var (kind, from, to, field) = (cells[0], cells[1], cells[2], cells[3]);
        Require(Relations.TryGetValue(kind, out var relation), number, $"“{kind}” is none of {string.Join(", ", Relations.Keys)}");
        RequireWord(from, number);
        RequireWord(to, number);
        Require(!string.Equals(from, to, StringComparison.OrdinalIgnoreCase), number, $"{from} is paired with itself");
        Require(field.Length > 0 && field == field.Trim(), number, "the field is missing");
        return new WordPair(relation, from, to, field);
    }

    private static void RequireWord(string word, int number)
    {
        Require(word.Length is >= ThesaurusEntry.WordMinLength and <= ThesaurusEntry.WordMaxLength, number,
            $"“{word}” has not {ThesaurusEntry.WordMinLength} to {ThesaurusEntry.WordMaxLength} characters");
        Require(word == word.Trim() && word.IsNormalized(NormalizationForm.FormKC), number, $"“{word}” has spaces or full-width letters");
    }

    private static (string, string) KeyOf(WordPair pair)
    {
        var (first, second) = (pair.From.ToUpperInvariant(), pair.To.ToUpperInvariant());
        return string.CompareOrdinal(first, second) <= 0 ? (first, second) : (second, first);
    }

    private static void Require(bool holds, int line, string reason)
    {
        if (!holds)
        {
            throw new InvalidDataException($"Line {line} of the thesaurus: {reason}.");
        }
    }
}
