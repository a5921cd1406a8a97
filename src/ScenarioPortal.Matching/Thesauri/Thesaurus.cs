using System.Collections.Frozen;

namespace ScenarioPortal.Matching.Thesauri;

/// <summary>Words that lead to one another, found from either side; letters count the same in either case. Never changes.</summary>
public sealed class Thesaurus
{
    private readonly FrozenDictionary<string, WordPair[]> _byWord;

    public Thesaurus(IEnumerable<WordPair> pairs)
    {
        Pairs = [.. pairs];
        _byWord = Pairs.SelectMany(p => new[] { (Word: p.From, Pair: p), (Word: p.To, Pair: p) })
            .GroupBy(p => p.Word, p => p.Pair, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    public static Thesaurus Empty { get; } = new([]);

    public IReadOnlyList<WordPair> Pairs { get; }

    /// <summary>All words of all pairs, each once.</summary>
    public IReadOnlyCollection<string> Words => _byWord.Keys;

    /// <summary>The pairs in which a word stands, on either side; none for a word that it does not know.</summary>
    public IReadOnlyList<WordPair> Of(string word) => _byWord.GetValueOrDefault(word, []);

    /// <summary>Whether two words are a pair, in either order and whatever the relation.</summary>
    public bool Knows(string first, string second) => Of(first).Any(p => string.Equals(p.Other(first), second, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads lines of the form <c>kind,from,to,field</c>, such as <c>data/thesaurus.csv</c>.</summary>
    /// <exception cref="InvalidDataException">A line is of another form; the message says which and why.</exception>
    public static Thesaurus Load(TextReader file) => new(ThesaurusReader.Read(file));
}
