using System.Text;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>Text as it comes from a cell, made fit to keep: same words, without what only a spreadsheet needs.</summary>
internal static class CellText
{
    /// <summary>No amount, date or level takes more; longer texts are words, whatever they contain.</summary>
    public const int LongestValue = 200;

    private const int ExcerptLength = 40;

    /// <summary>What normalising refuses.</summary>
    private const char NoCharacter = '\uFFFE';

    /// <summary>Without control characters, halves of characters and outer blanks; line breaks are kept, as <c>\n</c>.</summary>
    public static string Clean(string text)
    {
        var clean = IsPlain(text) ? text : Rebuilt(text);
        var (start, end) = (0, clean.Length);
        while (start < end && IsBlank(clean[start]))
        {
            start++;
        }

        while (end > start && IsBlank(clean[end - 1]))
        {
            end--;
        }

        return clean[start..end];
    }

    /// <summary>Cleaned, and line breaks gone: closed up between Chinese characters, a space elsewhere.</summary>
    public static string OneLine(string text)
    {
        var clean = Clean(text);
        if (!clean.AsSpan().ContainsAny('\n', '\t'))
        {
            return clean;
        }

        var line = new StringBuilder(clean.Length);
        foreach (var part in clean.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Length > 0 && (line[^1] < '⺀' || part[0] < '⺀'))
            {
                line.Append(' ');
            }

            line.Append(part);
        }

        return line.ToString();
    }

    /// <summary>At most 40 characters on one line, for pointing at a cell.</summary>
    public static string Excerpt(string text)
    {
        var line = OneLine(text.Length > 4 * ExcerptLength ? text[..(4 * ExcerptLength)] : text);
        return line.Length <= ExcerptLength ? line : Clean(line[..(ExcerptLength - 1)]) + "…";
    }

    /// <summary>Full-width digits, letters and signs made half-width, and blanks gone: for reading numbers, not for keeping.</summary>
    public static string Compact(string text)
    {
        var normal = Clean(text).Normalize(NormalizationForm.FormKC);
        return string.Concat(normal.Where(character => !IsBlank(character)));
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
        && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains(NoCharacter);

    private static string Rebuilt(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && rune.Value != NoCharacter))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>White space in the wide sense: full-width and zero-width blanks too.</summary>
    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || character is '\u200B' or '\u2060' or '\uFEFF';
}
