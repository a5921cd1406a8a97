namespace ScenarioPortal.Domain.Matches;

/// <summary>符合 / 部分 / 不符 / 未注明. What is not stated is unknown, never unmet.</summary>
public enum Verdict
{
    Met,
    Partly,
    Unmet,
    Unknown
}
