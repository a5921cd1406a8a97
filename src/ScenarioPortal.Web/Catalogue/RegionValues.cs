using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Web.Catalogue;

internal static class RegionValues
{
    /// <summary>A district is found under its own code and under its city's.</summary>
    public static IEnumerable<string> Of(string? code) => code switch
    {
        null => [ListShape.NotStated],
        _ when Region.LevelOf(code) is RegionLevel.District => [code, $"{code[..4]}00"],
        _ => [code]
    };
}
