using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>A sentence of a document, or a part of a long one, with its terms by position in <see cref="Text"/>. What is asked of it again and again is worked out once.</summary>
internal sealed class Clause(string text, Term[] terms, bool isCase)
{
    public const char Blank = '\0';

    private ulong[]? _loneCharacters;
    private string? _said;

    public string Text => text;

    public Term[] Terms => terms;

    public bool IsCase => isCase;

    /// <summary>The different terms, sorted.</summary>
    public ulong[] Keys { get; } = Different(terms.Select(t => t.Key));

    /// <summary>The characters of the clause that no word covers, sorted.</summary>
    public ulong[] LoneCharacters => _loneCharacters ??= Lone();

    /// <summary>The Chinese characters that terms cover; what is refused (不装摄像头) has no terms and is <see cref="Blank"/>, as are stop characters.</summary>
    public string Said => _said ??= Covered();

    private ulong[] Lone()
    {
        var covered = new bool[text.Length];
        foreach (var word in terms)
        {
            if (word.Kind == TermKind.Word)
            {
                covered.AsSpan(word.Start, word.Length).Fill(true);
            }
        }

        return Different(terms.Where(t => t.Kind == TermKind.Character && !covered[t.Start]).Select(t => t.Key));
    }

    private string Covered()
    {
        var said = new char[text.Length];
        foreach (var term in terms)
        {
            for (var at = term.Start; at < term.Start + term.Length; at++)
            {
                said[at] = CharacterKind.IsHan(text[at]) ? text[at] : Blank;
            }
        }

        return new string(said);
    }

    private static ulong[] Different(IEnumerable<ulong> terms)
    {
        ulong[] keys = [.. terms];
        Array.Sort(keys);
        var count = 0;
        foreach (var key in keys)
        {
            if (count == 0 || keys[count - 1] != key)
            {
                keys[count++] = key;
            }
        }

        return keys[..count];
    }
}
