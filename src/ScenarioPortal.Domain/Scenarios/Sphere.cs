namespace ScenarioPortal.Domain.Scenarios;

/// <summary>生产 / 工作 / 生活.</summary>
public enum Sphere
{
    Production,
    Work,
    Life
}
