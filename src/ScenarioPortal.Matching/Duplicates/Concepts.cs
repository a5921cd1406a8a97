namespace ScenarioPortal.Matching.Duplicates;

/// <summary>Groups of words by which needs name the same thing: 独居, 长者 and 老人 are one. Thread-safe.</summary>
public sealed class Concepts
{
    private readonly Dictionary<string, Concept>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly Dictionary<char, int> _longest = [];

    private Concepts(Dictionary<string, Concept> byWord)
    {
        _byWord = byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in byWord.Keys)
        {
            _longest[word[0]] = Math.Max(_longest.GetValueOrDefault(word[0]), word.Length);
        }

        Count = byWord.Values.Distinct().Count();
    }

    /// <summary>How many groups there are.</summary>
    public int Count { get; }

    /// <summary>Reads lines of the form <c>part,word word …</c> below a line of names; lines with # are comments.</summary>
    /// <exception cref="InvalidDataException">A line is of another form, a word stands in two groups, or there is none at all.</exception>
    public static Concepts Load(TextReader file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var byWord = new Dictionary<string, Concept>(StringComparer.Ordinal);
        foreach (var line in file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#').Skip(1))
        {
            Add(line, byWord);
        }

        return byWord.Count > 0 ? new Concepts(byWord) : throw new InvalidDataException("The list of concepts is empty: expected lines of 'part,word word …'.");
    }

    /// <summary>The group of the longest word that a text begins with, and the length of that word; null when none does.</summary>
    internal (Concept Concept, int Length)? At(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(_longest.GetValueOrDefault(text[0]), text.Length); length > 0; length--)
        {
            if (_byWord.TryGetValue(text[..length], out var concept))
            {
                return (concept, length);
            }
        }

        return null;
    }

    /// <summary>The words of the group that a word belongs to.</summary>
    internal IReadOnlyList<string> WordsLike(string word) => _byWord.TryGetValue(word, out var concept) ? concept.Words : [];

    private static void Add(string line, Dictionary<string, Concept> byWord)
    {
        if (line.Split(',') is not [var name, var words] || !Enum.TryParse<ConceptPart>(name, ignoreCase: true, out var part))
        {
            throw new InvalidDataException($"This line of concepts is not 'part,word word …': {line}");
        }

        var concept = new Concept(part, words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var word in concept.Words)
        {
            if (!byWord.TryAdd(word, concept))
            {
                throw new InvalidDataException($"The word stands in two groups of concepts: {word}");
            }
        }
    }
}
