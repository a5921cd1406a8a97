namespace ScenarioPortal.Matching.Scoring;

/// <summary>Reads conditions that ask for a company of the place, such as 须在本市注册. They can be known to fail, other than words that are not found.</summary>
internal static class LocalCondition
{
    private static readonly string[] Words = ["注册", "本地企业", "本市企业", "本区企业", "本省企业", "属地企业"];
    private static readonly string[] Places = ["本地", "属地", "当地", "本市", "本区", "本县", "本省", "市内", "区内", "省内"];

    /// <summary>True when the company is of the place, false when it is not, null when this is no such condition or a region is not stated.</summary>
    public static bool? Holds(string condition, string? needRegion, string? companyRegion)
    {
        if (!Words.Any(Mentions) || !Places.Any(Mentions) || !RegionCode.IsCode(needRegion) || !RegionCode.IsCode(companyRegion))
        {
            return null;
        }

        var digits = Math.Min(Wanted(), RegionCode.Precision(needRegion!));
        return RegionCode.Precision(companyRegion!) < digits && RegionCode.Covers(companyRegion!, needRegion!)
            ? null
            : RegionCode.Share(needRegion!, companyRegion!, digits);

        bool Mentions(string word) => condition.Contains(word, StringComparison.Ordinal);

        int Wanted() => Mentions("省") ? RegionCode.ProvinceDigits
            : Mentions("区") || Mentions("县") ? RegionCode.DistrictDigits
            : RegionCode.CityDigits;
    }
}
