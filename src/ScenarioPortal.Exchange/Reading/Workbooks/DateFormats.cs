using System.Globalization;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>Which cell styles show a number as a day. Built-in formats by number (ECMA-376 18.8.30, Chinese ones included), others by their code.</summary>
internal sealed partial class DateFormats
{
    private readonly List<bool> _styles = [];

    public static DateFormats None { get; } = new();

    public bool IsDate(int style) => style >= 0 && style < _styles.Count && _styles[style];

    public static DateFormats Of(Stream part)
    {
        var formats = new DateFormats();
        HashSet<int> dateCodes = [];
        using var reader = new PartReader(part);
        var inCells = false;
        while (reader.Next())
        {
            if (reader.Name == "cellXfs")
            {
                inCells = reader is { IsStart: true, IsEmpty: false };
            }
            else if (reader is { IsStart: true, Name: "numFmt" } && IsDateCode(reader.Attribute("formatCode") ?? ""))
            {
                dateCodes.Add(Number(reader.Attribute("numFmtId")));
            }
            else if (inCells && reader is { IsStart: true, Name: "xf" })
            {
                var format = Number(reader.Attribute("numFmtId"));
                formats._styles.Add(IsBuiltInDate(format) || dateCodes.Contains(format));
            }
        }

        return formats;
    }

    public static bool IsDateCode(string code) => Letters().IsMatch(Literals().Replace(code, ""));

    private static bool IsBuiltInDate(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>Quoted words, escaped characters, colours and locales.</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """)]
    private static partial Regex Literals();

    /// <summary>A year or a day; hours alone are no date.</summary>
    [GeneratedRegex("[yYdD]|[eE](?=[/年])")]
    private static partial Regex Letters();
}
