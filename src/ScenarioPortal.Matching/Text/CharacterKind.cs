namespace ScenarioPortal.Matching.Text;

/// <summary>The two kinds of character that carry meaning here; everything else separates.</summary>
internal static class CharacterKind
{
    /// <summary>A Chinese character of the basic plane: unified ideographs, extension A and 〇.</summary>
    public static bool IsHan(char character) =>
        character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '\u3007';

    /// <summary>A letter or digit of the scripts that write words with spaces.</summary>
    public static bool IsLatin(char character) =>
        char.IsAscii(character)
            ? char.IsAsciiLetterOrDigit(character)
            : char.IsLetterOrDigit(character) && !IsHan(character);

    /// <summary>A sign that holds a token such as <c>wi-fi</c>, <c>3.5</c> or <c>c/s</c> together when letters stand on both sides.</summary>
    public static bool IsJoint(char character) => character is '-' or '.' or '/' or '+' or '_';
}
