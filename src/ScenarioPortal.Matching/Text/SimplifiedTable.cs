namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Traditional to simplified Chinese by OpenCC's tables: the longest phrase first, then single characters.
/// Entries outside the basic plane or that change the length (a few dozen rare characters) are left out,
/// so that every character keeps its position.
/// </summary>
internal sealed class SimplifiedTable
{
    private const char Comment = '#';

    private readonly Dictionary<char, char> _characters = [];
    private readonly Dictionary<char, List<Phrase>> _phrases = [];

    private SimplifiedTable()
    {
    }

    /// <summary>Reads lines of the form <c>traditional⇥simplified[ other…]</c>; the first choice counts.</summary>
    /// <exception cref="InvalidDataException">The table of characters holds no usable line.</exception>
    public static SimplifiedTable Load(TextReader characters, TextReader phrases)
    {
        var table = new SimplifiedTable();
        foreach (var (from, to) in Entries(characters).Where(e => e.From.Length == 1 && e.From != e.To))
        {
            table._characters[from[0]] = to[0];
        }

        if (table._characters.Count == 0)
        {
            throw new InvalidDataException("The table of traditional characters is empty: expected OpenCC's TSCharacters.txt.");
        }

        foreach (var (from, to) in Entries(phrases).Where(e => e.From.Length > 1).OrderByDescending(e => e.From.Length))
        {
            if (!table._phrases.TryGetValue(from[0], out var known))
            {
                table._phrases[from[0]] = known = [];
            }

            known.Add(new Phrase(from, to));
        }

        return table;
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
        if (!CharacterKind.IsHan(text[0]))
        {
            return 1;
        }

        if (_phrases.TryGetValue(text[0], out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (text.StartsWith(phrase.Traditional))
                {
                    phrase.Simplified.CopyTo(text);
                    return phrase.Traditional.Length;
                }
            }
        }

        if (_characters.TryGetValue(text[0], out var simplified))
        {
            text[0] = simplified;
        }

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
