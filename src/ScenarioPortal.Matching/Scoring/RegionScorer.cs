namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Same district 1, served or same city 0.9, same province 0.7; elsewhere ½, as companies travel; outside the service regions
/// that a capability states 0; not stated ½.
/// </summary>
internal static class RegionScorer
{
    public static Judgement Judge(NeedDocument need, CapabilityDocument capability)
    {
        if (!RegionCode.IsCode(need.RegionCode))
        {
            return Judgement.Unknown(ReasonDetail.RegionNotStated);
        }

        var wanted = need.RegionCode!;
        var located = RegionCode.IsCode(capability.RegionCode) ? Located(wanted, capability.RegionCode!) : null;
        if (located is { } near && near.Verdict == Verdict.Met)
        {
            return near;
        }

        if (ServiceRegion(need, capability) is not null)
        {
            return new(Verdict.Met, 0.9, ReasonDetail.RegionServed);
        }

        return capability.ServiceRegionCodes.Any(RegionCode.IsCode)
            ? new(Verdict.Unmet, 0, ReasonDetail.RegionNotServed)
            : located ?? Judgement.Unknown(ReasonDetail.RegionNotStated);
    }

    /// <summary>The stated service region that covers the need's region.</summary>
    public static string? ServiceRegion(NeedDocument need, CapabilityDocument capability) =>
        capability.ServiceRegionCodes.FirstOrDefault(code => RegionCode.IsCode(code) && RegionCode.Covers(code, need.RegionCode!));

    private static Judgement? Located(string wanted, string home) =>
        RegionCode.Share(wanted, home, RegionCode.DistrictDigits) ? new(Verdict.Met, 1, ReasonDetail.RegionSameDistrict)
        : RegionCode.Share(wanted, home, RegionCode.CityDigits) ? new(Verdict.Met, 0.9, ReasonDetail.RegionSameCity)
        : RegionCode.Share(wanted, home, RegionCode.ProvinceDigits) ? new(Verdict.Partly, 0.7, ReasonDetail.RegionSameProvince)
        : Judgement.Unknown(ReasonDetail.RegionElsewhere);
}
