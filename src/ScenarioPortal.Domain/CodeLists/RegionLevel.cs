namespace ScenarioPortal.Domain.CodeLists;

public enum RegionLevel
{
    Province,
    City,
    District
}
