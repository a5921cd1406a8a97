using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>
/// A place as lists name it: a region with a code of six digits, a name or both, or a development zone (前海, 天府新区, 经开区),
/// which has no code.
/// </summary>
internal static partial class PlaceText
{
    /// <summary>Splits what stands under 所属区（开发区） and the like.</summary>
    public static (RegionText? Region, string? Zone) Read(string text)
    {
        var line = CellText.OneLine(text);
        if (line.Length == 0)
        {
            return default;
        }

        if (IsZone(line))
        {
            return (null, line);
        }

        var code = Code().Match(CellText.Compact(line));
        var name = code.Success ? Code().Replace(line, "").Trim(' ', '(', ')', '（', '）', '，', ',', '-', '　') : line;
        return (new RegionText { Code = code.Success ? code.Value : null, Name = name.Length > 0 ? name : null }, null);
    }

    /// <summary>True for a code that is too short or too long to be one.</summary>
    public static bool HasWrongCode(string text) => WrongCode().IsMatch(text);

    /// <summary>The district that a landing area names, when it names nothing else.</summary>
    public static RegionText? District(string text)
    {
        var line = CellText.OneLine(text);
        return DistrictName().IsMatch(line) && !IsZone(line) ? new RegionText { Name = line } : null;
    }

    /// <summary>浦东新区 and 滨海新区 are districts of GB/T 2260; other 新区 are zones.</summary>
    private static bool IsZone(string name) => Zone().IsMatch(name) && !name.Contains("浦东新区", StringComparison.Ordinal) && !name.Contains("滨海新区", StringComparison.Ordinal);

    [GeneratedRegex("(?<![0-9０-９])[0-9０-９]{6}(?![0-9０-９])")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?![0-9０-９]{6}(?:\s|$))[0-9０-９]+(?:\s|$)")]
    private static partial Regex WrongCode();

    [GeneratedRegex("(?:开发区|高新区|经开区|保税区|合作区|示范区|先行区|产业园区?|园区|新区|新城|科学城|前海|经开|高新)(?:管委会)?$")]
    private static partial Regex Zone();

    [GeneratedRegex("^[一-鿿]{1,12}(?:区|县|市|旗)$")]
    private static partial Regex DistrictName();
}
