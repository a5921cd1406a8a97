namespace ScenarioPortal.Domain.CodeLists;

/// <summary>An administrative division (行政区划) of GB/T 2260: province, city or district, named by six digits.</summary>
public sealed class Region
{
    public const int CodeLength = 6;
    public const int NameMaxLength = 40;

    public Region(string code, string name, string? parentCode)
    {
        Rule.Require(IsCode(code), "行政区划代码应为 6 位数字。");
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写区域名称，不超过 {0} 字。", NameMaxLength);
        Code = code;
        Name = name;
        ParentCode = parentCode;
    }

    public string Code { get; private init; }

    public string Name { get; private set; }

    public string? ParentCode { get; private init; }

    /// <summary>True once a person has changed the name: later versions of the code list leave it alone.</summary>
    public bool Corrected { get; private set; }

    public RegionLevel Level => LevelOf(Code);

    public static bool IsCode(string code) => code.Length == CodeLength && code.All(char.IsAsciiDigit);

    /// <summary>What the codes of a region and of everything in it begin with: two digits for a province, four for a city, six for a district.</summary>
    public static string PrefixOf(string code) => LevelOf(code) switch
    {
        RegionLevel.Province => code[..2],
        RegionLevel.City => code[..4],
        _ => code
    };

    public static RegionLevel LevelOf(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? RegionLevel.Province
        : code.EndsWith("00", StringComparison.Ordinal) ? RegionLevel.City
        : RegionLevel.District;

    public void Rename(string name)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写区域名称，不超过 {0} 字。", NameMaxLength);
        Name = name;
        Corrected = true;
    }

    /// <summary>Takes over the name that a newer version of the code list gives.</summary>
    public void Follow(string name)
    {
        if (!Corrected)
        {
            Name = name;
        }
    }
}
