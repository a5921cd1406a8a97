namespace ScenarioPortal.Domain.Verification;

/// <summary>What both sides agree on before the pilot.</summary>
public sealed record PlanContent
{
    public const int MaxCriteria = 20;
    public const int TextMaxLength = 1000;

    public required IReadOnlyList<PlanCriterion> Criteria { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>安全底线: what must not happen, whatever is measured.</summary>
    public required string SafetyLimits { get; init; }

    /// <summary>风险控制: what is done so that it does not.</summary>
    public required string RiskControls { get; init; }

    internal void Check()
    {
        Rule.Require(Criteria.Count is > 0 and <= MaxCriteria, "请写 1 到 {0} 项指标。", MaxCriteria);
        Rule.Require(Criteria.All(c => IsText(c.What) && IsText(c.Target) && IsText(c.Method)), "每项指标都要写明名称、目标和测量方法。");
        Rule.Require(Criteria.SelectMany(c => new[] { c.What, c.Baseline, c.Target, c.Method }).All(t => t is not { Length: > PlanCriterion.TextMaxLength }), "指标的每一栏不超过 {0} 字。", PlanCriterion.TextMaxLength);
        Rule.Require(From <= To, "试点的结束日期不能早于开始日期。");
        Rule.Require(IsText(SafetyLimits) && IsText(RiskControls), "请写明安全底线和风险控制。");
        Rule.Require(SafetyLimits.Length <= TextMaxLength && RiskControls.Length <= TextMaxLength, "安全底线和风险控制各不超过 {0} 字。", TextMaxLength);
    }

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text);
}
