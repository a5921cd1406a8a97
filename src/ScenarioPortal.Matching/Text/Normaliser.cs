using System.Buffers;
using System.Globalization;
using System.Text;

namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Brings different ways of writing the same to one: Unicode NFKC (full-width to half-width, ① to 1), lower case,
/// traditional to simplified Chinese, and common slips of writing to what was meant. Works piece by piece, a character with its combining marks, so that positions are kept.
/// </summary>
internal sealed class Normaliser(SimplifiedTable simplified, Typos typos, Segmenter segmenter)
{
    /// <summary>NFKC makes of one character 18 at most (U+FDFA); twice that for pairs.</summary>
    public const int MostOfOne = 36;

    private readonly CharacterSet _marks = simplified.Marks.With(typos.Marks);

    public void Normalise(ReadOnlySpan<char> text, NormalisedText result)
    {
        result.Clear();
        var (start, isMarked) = AddPlain(text, result);
        isMarked |= start < text.Length;
        while (start < text.Length)
        {
            var end = PieceEnd(text, start);
            if (end == start + 1 && PlainCharacters.Become[text[start]] is not PlainCharacters.None and var character)
            {
                result.Add(character, start, end);
            }
            else
            {
                AddPiece(text[start..end], start, result);
            }

            start = end;
        }

        if (isMarked)
        {
            simplified.Simplify(result.Editable);
            typos.Correct(result.Editable, segmenter);
        }
    }

    /// <summary>NFKC once more after lower-casing, because a small letter may combine where its capital does not.</summary>
    /// <returns>How many characters of the result there are.</returns>
    public static int Unicode(ReadOnlySpan<char> piece, Span<char> result)
    {
        Span<char> other = stackalloc char[result.Length];
        var length = WithoutBrokenPairs(piece, other);
        length = Normalised(other[..length], result);
        length = result[..length].ToLowerInvariant(other);
        return Normalised(other[..length], result);
    }

    /// <summary>Characters that may melt into the one before them.</summary>
    public static bool Joins(char character) =>
        character >= '\u0300'
        && !CharacterKind.IsHan(character)
        && (character is '\uFF9E' or '\uFF9F' or (>= '\u1160' and <= '\u11FF')
            || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>Takes the text as far as it is plain, mostly all of it; tells where that ends and whether something may have to be simplified or corrected.</summary>
    private (int End, bool IsMarked) AddPlain(ReadOnlySpan<char> text, NormalisedText result)
    {
        var become = PlainCharacters.Become;
        var room = result.Room(text.Length);
        var (end, isMarked) = (0, false);
        for (; end < text.Length; end++)
        {
            var character = become[text[end]];
            if (character == PlainCharacters.None)
            {
                end -= end > 0 && Joins(text[end]) ? 1 : 0;
                break;
            }

            room[end] = character;
            isMarked |= _marks.Contains(character);
        }

        result.TakePlain(end);
        return (end, isMarked);
    }

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

    private static void AddPiece(ReadOnlySpan<char> piece, int start, NormalisedText result)
    {
        const int onStack = 8;
        var most = piece.Length * MostOfOne;
        var rented = piece.Length > onStack ? ArrayPool<char>.Shared.Rent(most) : null;
        Span<char> characters = rented ?? stackalloc char[onStack * MostOfOne];
        foreach (var character in characters[..Unicode(piece, characters)])
        {
            result.Add(character, start, start + piece.Length);
        }

        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static int Normalised(ReadOnlySpan<char> text, Span<char> result) =>
        text.TryNormalize(result, out var length, NormalizationForm.FormKC)
            ? length
            : throw new InvalidOperationException("A piece of text grew beyond what Unicode allows.");

    private static int WithoutBrokenPairs(ReadOnlySpan<char> piece, Span<char> result)
    {
        var length = 0;
        foreach (var rune in piece.EnumerateRunes())
        {
            // U+FFFE is no character, and normalising refuses it.
            length += (rune.Value == 0xFFFE ? Rune.ReplacementChar : rune).EncodeToUtf16(result[length..]);
        }

        return length;
    }
}
