namespace ScenarioPortal.Matching.Scoring;

/// <summary>Reads conditions that ask for a company of the place, such as 须在本市注册. They can be known to fail, other than words that are not found.</summary>
internal static class LocalCondition
{
    private static readonly string[] Demands =
        ["本地注册", "本市注册", "本区注册", "本县注册", "本省注册", "当地注册", "注册地", "注册在本", "本地企业", "本市企业", "本区企业", "本县企业", "本省企业", "属地企业"];

    private static readonly string[] Places = ["本地", "属地", "当地", "本市", "本区", "本县", "本省"];

    /// <summary>With these it is no demand.</summary>
    private static readonly string[] Softeners = ["不要求", "无需", "不需", "不必", "不限", "优先"];

    /// <summary>True when the company is of the place, false when it is not, null when this is no such condition or a region is not stated.</summary>
    public static bool? Holds(string condition, string? needRegion, string? companyRegion)
    {
        if (!Demands.Any(Mentions) || !Places.Any(Mentions) || Softeners.Any(Mentions)
            || !RegionCode.IsCode(needRegion) || !RegionCode.IsCode(companyRegion))
        {
            return null;
        }

        var digits = Math.Min(Wanted(), RegionCode.Precision(needRegion!));
        return RegionCode.Precision(companyRegion!) < digits && RegionCode.Covers(companyRegion!, needRegion!)
            ? null
            : RegionCode.Share(needRegion!, companyRegion!, digits);

        bool Mentions(string word) => condition.Contains(word, StringComparison.Ordinal);

        int Wanted() => Mentions("本省") ? RegionCode.ProvinceDigits
            : Mentions("本区") || Mentions("本县") ? RegionCode.DistrictDigits
            : RegionCode.CityDigits;
    }
}
