namespace ScenarioPortal.Matching.Scoring;

/// <summary>Reads conditions that ask for a company of the place, such as 须在本市注册. They can be known to fail, other than words that are not found.</summary>
internal static class LocalCondition
{
    private static readonly string[] Demands =
        ["本地注册", "本市注册", "本区注册", "本县注册", "本省注册", "当地注册", "注册地", "注册在本", "本地企业", "本市企业", "本区企业", "本县企业", "本省企业", "属地企业"];

    private static readonly string[] Places = ["本地", "属地", "当地", "本市", "本区", "本县", "本省"];

    /// <summary>With these it is no demand.</summary>
    private static readonly string[] Softeners = ["不要求", "无需", "不需", "不必", "不限", "优先"];

    /// <summary>How many digits of the region must be the same; null when this is no such condition.</summary>
    public static int? Digits(string condition)
    {
        return !Demands.Any(Mentions) || !Places.Any(Mentions) || Softeners.Any(Mentions) ? null
            : Mentions("本省") ? RegionCode.ProvinceDigits
            : Mentions("本区") || Mentions("本县") ? RegionCode.DistrictDigits
            : RegionCode.CityDigits;

        bool Mentions(string word) => condition.Contains(word, StringComparison.Ordinal);
    }

    /// <summary>True when the company is of the place, false when it is not, null when this is no such condition or a region is not stated.</summary>
    public static bool? Holds(string condition, string? needRegion, string? companyRegion) => Holds(Digits(condition), needRegion, companyRegion);

    /// <summary>The same where the digits are known.</summary>
    public static bool? Holds(int? wanted, string? needRegion, string? companyRegion)
    {
        if (wanted is null || !RegionCode.IsCode(needRegion) || !RegionCode.IsCode(companyRegion))
        {
            return null;
        }

        var digits = Math.Min(wanted.Value, RegionCode.Precision(needRegion!));
        return RegionCode.Precision(companyRegion!) < digits && RegionCode.Covers(companyRegion!, needRegion!)
            ? null
            : RegionCode.Share(needRegion!, companyRegion!, digits);
    }
}
