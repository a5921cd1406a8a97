namespace ScenarioPortal.Domain.Verification;

/// <summary>What the pilot showed, and who saw it.</summary>
public sealed record ResultContent
{
    public const int WitnessMaxLength = 200;
    public const int TextMaxLength = 2000;
    public const int MaxFindings = 10;
    public const int FindingMaxLength = 200;

    public required IReadOnlyList<Measured> Values { get; init; }

    /// <summary>Whether the safety limits were kept all the time.</summary>
    public required bool WithinLimits { get; init; }

    /// <summary>见证: who was there, or who checked.</summary>
    public required string Witness { get; init; }

    public required string Conclusion { get; init; }

    /// <summary>Why it counts as verified although not every criterion was met.</summary>
    public string? Reason { get; init; }

    /// <summary>技术需求: what turned out to need research.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    public VerificationOutcome Outcome =>
        !WithinLimits ? VerificationOutcome.Unsafe
        : Values.All(v => v.Verdict is MeasuredVerdict.Met) ? VerificationOutcome.Met
        : Reason is not null ? VerificationOutcome.MetWithReason
        : VerificationOutcome.Missed;

    internal void Check(PlanContent plan)
    {
        Rule.Require(Values.Count == plan.Criteria.Count, "请给方案里的每项指标写明结果。");
        Rule.Require(Values.All(v => v.Verdict is MeasuredVerdict.NotMeasured || !string.IsNullOrWhiteSpace(v.Value)), "请写明测得的值；没有测的，选“未测”。");
        Rule.Require(Values.All(v => v.Value is not { Length: > PlanCriterion.TextMaxLength }), "测得的值不超过 {0} 字。", PlanCriterion.TextMaxLength);
        Rule.Require(!string.IsNullOrWhiteSpace(Witness) && Witness.Length <= WitnessMaxLength, "请写明由谁见证，不超过 {0} 字。", WitnessMaxLength);
        Rule.Require(!string.IsNullOrWhiteSpace(Conclusion) && Conclusion.Length <= TextMaxLength, "请写明结论，不超过 {0} 字。", TextMaxLength);
        Rule.Require(Reason is not { Length: > TextMaxLength }, "理由不超过 {0} 字。", TextMaxLength);
        Rule.Require(Findings.Count <= MaxFindings && Findings.All(f => !string.IsNullOrWhiteSpace(f) && f.Length <= FindingMaxLength), "技术需求不超过 {0} 项，每项不超过 {1} 字。", MaxFindings, FindingMaxLength);
    }
}
