namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Traditional to simplified Chinese by OpenCC's tables: the longest phrase first, then single characters.
/// Entries outside the basic plane or that change the length (a few dozen rare characters) are left out,
/// so that every character keeps its position.
/// </summary>
internal sealed class SimplifiedTable
{
    private const char Comment = '#';

    /// <summary>What each character becomes: itself, for most.</summary>
    private readonly char[] _characters = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)];
    private readonly Dictionary<char, List<Phrase>> _phrases = [];
    private readonly CharacterSet _firsts;

    private SimplifiedTable(IEnumerable<(string From, string To)> characters, IEnumerable<(string From, string To)> phrases)
    {
        foreach (var (from, to) in characters)
        {
            _characters[from[0]] = to[0];
        }

        var marks = characters.Select(c => c.From[0]).ToHashSet();
        foreach (var (from, to) in phrases)
        {
            if (!_phrases.TryGetValue(from[0], out var known))
            {
                _phrases[from[0]] = known = [];
            }

            known.Add(new Phrase(from, to));
            if (!from.Any(marks.Contains))
            {
                marks.Add(from[^1]);
            }
        }

        _firsts = new CharacterSet(_phrases.Keys);
        Marks = new CharacterSet(marks);
    }

    /// <summary>A text without any of these has nothing to be simplified.</summary>
    public CharacterSet Marks { get; }

    /// <summary>Reads lines of the form <c>traditional⇥simplified[ other…]</c>; the first choice counts.</summary>
    /// <exception cref="InvalidDataException">The table of characters holds no usable line.</exception>
    public static SimplifiedTable Load(TextReader characters, TextReader phrases)
    {
        List<(string From, string To)> single = [.. Entries(characters).Where(e => e.From.Length == 1 && e.From != e.To)];
        return single.Count > 0
            ? new SimplifiedTable(single, [.. Entries(phrases).Where(e => e.From.Length > 1).OrderByDescending(e => e.From.Length)])
            : throw new InvalidDataException("The table of traditional characters is empty: expected OpenCC's TSCharacters.txt.");
    }

    public void Simplify(Span<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            i += SimplifyPhrase(text[i..]);
        }
    }

    /// <summary>Simplifies the phrase or character that the text begins with, and says how long it was.</summary>
    private int SimplifyPhrase(Span<char> text)
    {
        if (_firsts.Contains(text[0]))
        {
            foreach (var phrase in _phrases[text[0]])
            {
                if (text.StartsWith(phrase.Traditional))
                {
                    phrase.Simplified.CopyTo(text);
                    return phrase.Traditional.Length;
                }
            }
        }

        text[0] = _characters[text[0]];
        return 1;
    }

    private static IEnumerable<(string From, string To)> Entries(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0 || line[0] == Comment)
            {
                continue;
            }

            var to = line[(tab + 1)..].Split(' ')[0];
            if (to.Length == tab && !line.AsSpan(0, tab).ContainsAnyInRange('\uD800', '\uDFFF') && !to.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            {
                yield return (line[..tab], to);
            }
        }
    }

    private readonly record struct Phrase(string Traditional, string Simplified);
}
