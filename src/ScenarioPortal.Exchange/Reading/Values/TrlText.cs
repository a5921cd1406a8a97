using System.Globalization;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>
/// A technology readiness level (GB/T 22900-2022), 1–9, as lists write it: TRL7, 8级, ９, TRL 6-7, 七级. Of a range the lower
/// level counts, and a remark says so. Never a fault: what is no level stays words.
/// </summary>
internal static partial class TrlText
{
    public static Understood<int?> Read(string text)
    {
        if (text.Length > CellText.LongestValue)
        {
            return Words(text);
        }

        var compact = CellText.Compact(text).ToUpperInvariant();
        if (compact.Length == 0)
        {
            return new();
        }

        var match = Levels().Match(compact);
        if (!match.Success || Level(match.Groups["low"].Value) is not { } low)
        {
            return Words(text);
        }

        if (match.Groups["high"] is not { Success: true } highGroup)
        {
            return new() { Value = low };
        }

        return Level(highGroup.Value) is not { } high ? Words(text) : new()
        {
            Value = Math.Min(low, high),
            Remark = new(CellRemarks.LowerTrl, CellText.Excerpt(text), Math.Min(low, high))
        };
    }

    private static Understood<int?> Words(string text) =>
        new() { Note = CellText.Clean(text), Remark = new(CellRemarks.TrlNotRead, CellText.Excerpt(text)) };

    private static int? Level(string digits) =>
        (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : ChineseNumber.TryParse(digits)) is { } level and >= 1 and <= 9
            ? level
            : null;

    [GeneratedRegex(@"^(?:技术成熟度|技术就绪度|成熟度|等级|为|约|:|第|TRL|LEVEL|-)*(?<low>[0-9]{1,3}|[一二三四五六七八九]|十)(?:\.0)?级?(?:(?:[-–—―−~〜～/、]|至|到)+(?:TRL)?-?(?<high>[0-9]{1,3}|[一二三四五六七八九])级?)?(?:级|阶段|等级)*(?:\(.*\))?$")]
    private static partial Regex Levels();
}
