using System.Text;

namespace ScenarioPortal.Exchange.Writing.Office;

/// <summary>Text without what XML cannot hold.</summary>
internal static class PlainText
{
    /// <summary>Line breaks are <c>\n</c>; control characters and non-characters are left out, halves of characters become U+FFFD.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' or (>= ' ' and not (0xFFFE or 0xFFFF)))
            {
                plain.Append(rune);
            }
        }

        return plain.ToString();
    }
}
