namespace ScenarioPortal.Web.CodeLists;

/// <summary>The region whose portal this is (setting <c>Site:RegionCode</c>): 滨江区 on a list means the one in this city.</summary>
internal sealed record HomeRegion(string? Code)
{
    public static HomeRegion Of(IConfiguration configuration) => new(configuration["Site:RegionCode"] is { Length: > 0 } code ? code : null);
}
