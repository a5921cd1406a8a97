using System.Collections.Frozen;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Matching.Text;
using ScenarioPortal.Matching.Thesauri;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Finds the words of a thesaurus in a need and says where they lead: synonyms and abbreviations either way, from a trouble to what helps, from a product to what
/// it is made with. A word counts where it stands as such: 营商 not inside 运营商, BI not inside BIM, and not in asides. Thread-safe.
/// </summary>
internal sealed class HintFinder
{
    /// <summary>Enough for any need; more would be a text about everything.</summary>
    private const int Most = 40;

    /// <summary>At about half a kilobyte each. What a need leads to does not change with the capabilities.</summary>
    private const int MostKept = 20_000;

    private readonly DocumentAnalyser _analyser;
    private readonly Recent<NeedDocument, IReadOnlyList<(string From, string To)>> _found = new(MostKept);
    private readonly FrozenDictionary<string, string[]> _leads;

    /// <summary>The longest word by its first two characters: hardly a place in a text has such, and only there words are looked up.</summary>
    private readonly FrozenDictionary<int, int> _longest;

    private readonly Lazy<Origins> _origins;

    public HintFinder(DocumentAnalyser analyser, Thesaurus thesaurus)
    {
        _analyser = analyser;
        Thesaurus = thesaurus;
        _leads = thesaurus.Pairs
            .SelectMany(p => p.Relation == WordRelation.Same ? new[] { (p.From, p.To), (p.To, p.From) } : [(p.From, p.To)])
            .GroupBy(p => analyser.Normalise(p.Item1), p => p.Item2, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _longest = _leads.Keys.Where(k => k.Length > 1).GroupBy(k => Opening(k, 0), k => k.Length).ToFrozenDictionary(g => g.Key, g => g.Max());
        _origins = new(() => new Origins(analyser, _leads.OrderBy(l => l.Key, StringComparer.Ordinal).SelectMany(l => l.Value.Select(to => (l.Key, to)))));
    }

    public Thesaurus Thesaurus { get; }

    /// <summary>The same from the side of a capability.</summary>
    public Origins Origins => _origins.Value;

    /// <summary>Each word that is led to once, with a word that leads there; without what the need says itself.</summary>
    public IReadOnlyList<(string From, string To)> Find(NeedDocument need) => _longest.Count == 0 ? [] : _found.Of(need, Read);

    private IReadOnlyList<(string From, string To)> Read(NeedDocument need)
    {
        Dictionary<string, (string From, string To)> found = new(StringComparer.Ordinal);
        List<string> texts = [];
        foreach (var section in Section.Of(need))
        {
            var text = _analyser.Normalise(section.Text);
            texts.Add(text);
            Find(text, section with { Text = text }, found);
        }

        return [.. found.Where(h => !texts.Exists(t => t.Contains(h.Key, StringComparison.Ordinal))).Select(h => h.Value).Take(Most)];
    }

    private void Find(string text, Section section, Dictionary<string, (string From, string To)> found)
    {
        var leads = _leads.GetAlternateLookup<ReadOnlySpan<char>>();
        (int Start, int End)[]? words = null;
        bool[]? asides = null;
        for (var start = 0; start + 1 < text.Length; start++)
        {
            var longest = _longest.GetValueOrDefault(Opening(text, start));
            for (var length = Math.Min(longest, text.Length - start); length > 1; length--)
            {
                if (!leads.TryGetValue(text.AsSpan(start, length), out var targets))
                {
                    continue;
                }

                words ??= LongestWords(text, section, out asides);
                if (!asides![start] && StandsAlone(text, words, start, start + length))
                {
                    foreach (var target in targets)
                    {
                        found.TryAdd(_analyser.Normalise(target), (text.Substring(start, length), target));
                    }
                }
            }
        }
    }

    private static int Opening(string text, int start) => (text[start] << 16) | text[start + 1];

    private static bool StandsAlone(string text, (int Start, int End)[] words, int start, int end)
    {
        var (word, before, after) = (words[start], start == 0 ? ' ' : text[start - 1], end == text.Length ? ' ' : text[end]);
        return !(word.Start < start && word.End >= end)
            && !(CharacterKind.IsLatin(text[start]) && CharacterKind.IsLatin(before))
            && !(CharacterKind.IsLatin(text[end - 1]) && CharacterKind.IsLatin(after));
    }

    /// <summary>The longest word over each character.</summary>
    private (int Start, int End)[] LongestWords(string text, Section section, out bool[] asides)
    {
        var words = Enumerable.Range(0, text.Length).Select(i => (Start: i, End: i + 1)).ToArray();
        var terms = _analyser.Terms(text);
        asides = _analyser.Asides(section, terms);
        foreach (var term in terms.Where(t => t.Kind == TermKind.Word))
        {
            for (var i = term.Start; i < term.Start + term.Length; i++)
            {
                words[i] = term.Length > words[i].End - words[i].Start ? (term.Start, term.Start + term.Length) : words[i];
            }
        }

        return words;
    }
}
