using System.Text;

namespace ScenarioPortal.Web.Security;

/// <summary>Text as people type it: without control characters, halves of characters and the one sign that is none, which neither the database nor Unicode's own rules take.</summary>
internal static class PlainText
{
    private const int NoCharacter = 0xFFFE;

    public static string Of(string text)
    {
        if (!text.Any(c => char.IsSurrogate(c) || c == NoCharacter || (char.IsControl(c) && !IsLayout(c))))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != NoCharacter && rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || IsLayout((char)rune.Value)))
            {
                plain.Append(rune);
            }
        }

        return plain.ToString();
    }

    private static bool IsLayout(char character) => character is '\n' or '\r' or '\t';
}
