using System.Globalization;
using System.Text;

namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Brings different ways of writing the same to one: Unicode NFKC (full-width to half-width, ① to 1), lower case,
/// traditional to simplified Chinese. Works piece by piece, a character with its combining marks, so that positions are kept.
/// </summary>
internal sealed class Normaliser(SimplifiedTable simplified)
{
    private const int FullWidthOffset = '！' - '!';

    public void Normalise(ReadOnlySpan<char> text, NormalisedText result)
    {
        result.Clear();
        for (var start = 0; start < text.Length;)
        {
            var end = PieceEnd(text, start);
            if (end == start + 1 && Simple(text[start]) is { } character)
            {
                result.Add(character, start, end);
            }
            else
            {
                AddPiece(text[start..end], start, result);
            }

            start = end;
        }

        simplified.Simplify(result.Editable);
    }

    /// <summary>What nearly every character of a Chinese text becomes, without asking Unicode's tables.</summary>
    private static char? Simple(char character) => character switch
    {
        < '\u0080' => char.ToLowerInvariant(character),
        '\u3000' => ' ',
        >= '！' and <= '～' => char.ToLowerInvariant((char)(character - FullWidthOffset)),
        _ when CharacterKind.IsHan(character) => character,
        >= '\u3001' and <= '\u3020' => character,
        _ => null
    };

    private static int PieceEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        if (char.IsHighSurrogate(text[start]) && end < text.Length && char.IsLowSurrogate(text[end]))
        {
            end++;
        }

        while (end < text.Length && Joins(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Characters that may melt into the one before them.</summary>
    private static bool Joins(char character) =>
        character >= '\u0300'
        && !CharacterKind.IsHan(character)
        && (character is '\uFF9E' or '\uFF9F' or (>= '\u1160' and <= '\u11FF')
            || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static void AddPiece(ReadOnlySpan<char> piece, int start, NormalisedText result)
    {
        foreach (var character in Unicode(piece))
        {
            result.Add(character, start, start + piece.Length);
        }
    }

    /// <summary>NFKC once more after lower-casing, because a small letter may combine where its capital does not.</summary>
    private static string Unicode(ReadOnlySpan<char> piece)
    {
        var text = WithoutBrokenPairs(piece);
        return text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
    }

    private static string WithoutBrokenPairs(ReadOnlySpan<char> piece)
    {
        var text = new StringBuilder(piece.Length);
        foreach (var rune in piece.EnumerateRunes())
        {
            // U+FFFE is no character, and normalising refuses it.
            text.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return text.ToString();
    }
}
