using System.Globalization;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>Characters that OOXML writes as <c>_x000D_</c> (ECMA-376, ST_Xstring).</summary>
internal static partial class EscapedText
{
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>Keeps what only looks like such a character as it is written.</summary>
    public static string Encode(string text) => text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, "_x005F$0") : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
