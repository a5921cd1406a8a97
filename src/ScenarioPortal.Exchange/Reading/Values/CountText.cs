using System.Globalization;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>A whole number of things as lists write it: 3, ３个, 三个, 约 5 个项目. Whatever else it is, is a fault: nobody would see that it was not taken.</summary>
internal static partial class CountText
{
    public static Understood<int?> Read(string text, int most)
    {
        var compact = CellText.Compact(text);
        if (compact.Length == 0)
        {
            return new();
        }

        var digits = Count().Match(compact) is { Success: true } match && text.Length <= CellText.LongestValue ? match.Groups["count"].Value : "";
        var count = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : ChineseNumber.TryParse(digits);
        return count >= 1 && count <= most ? new() { Value = count } : new() { Fault = new(CellRefusals.NotACount, CellText.Excerpt(text), most) };
    }

    [GeneratedRegex($"^(?:约|大约|最多|可|同时|可同时|承接|不超过|至多)*(?<count>[0-9]{{1,9}}|[{ChineseNumber.Characters}]{{1,6}})(?:\\.0+)?(?:个|项|家|件)?(?:项目)?(?:以内)?$")]
    private static partial Regex Count();
}
