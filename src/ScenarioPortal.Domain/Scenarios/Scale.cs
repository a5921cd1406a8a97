namespace ScenarioPortal.Domain.Scenarios;

/// <summary>综合性重大 / 行业领域集成式 / 高价值小切口.</summary>
public enum Scale
{
    Major,
    Integrated,
    Focused
}
