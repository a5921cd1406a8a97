namespace ScenarioPortal.Matching.Scoring;

/// <summary>Six digits of GB/T 2260: two for the province, two for the city, two for the district; zeros mean the whole.</summary>
internal static class RegionCode
{
    public const int ProvinceDigits = 2;
    public const int CityDigits = 4;
    public const int DistrictDigits = 6;

    public static bool IsCode(string? code) => code is { Length: DistrictDigits } && !code.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>True when both lie in the same unit of that many digits and both say which one.</summary>
    public static bool Share(string left, string right, int digits) =>
        Precision(left) >= digits && left.AsSpan(0, digits).SequenceEqual(right.AsSpan(0, digits));

    /// <summary>True when <paramref name="whole"/> is the region itself or one above it.</summary>
    public static bool Covers(string whole, string part) =>
        part.AsSpan(0, Precision(whole)).SequenceEqual(whole.AsSpan(0, Precision(whole)));

    /// <summary>How many digits the code really states.</summary>
    public static int Precision(string code) =>
        !code.EndsWith("00", StringComparison.Ordinal) ? DistrictDigits
        : !code.EndsWith("0000", StringComparison.Ordinal) ? CityDigits
        : ProvinceDigits;
}
