using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>A criterion as it is typed. Rows without anything are no criteria.</summary>
internal sealed class CriterionForm
{
    public string? What { get; set; }

    public string? Baseline { get; set; }

    public string? Target { get; set; }

    public string? Method { get; set; }

    public bool IsEmpty => What.OrNull is null && Baseline.OrNull is null && Target.OrNull is null && Method.OrNull is null;

    public static CriterionForm Of(PlanCriterion criterion) => new() { What = criterion.What, Baseline = criterion.Baseline, Target = criterion.Target, Method = criterion.Method };

    /// <summary>What was typed when the session was over; as many rows as were sent.</summary>
    public static List<CriterionForm> Of(TypedBefore typed, string prefix)
    {
        List<CriterionForm> rows = [];
        for (var at = 0; typed[$"{prefix}[{at}].{nameof(What)}"] is { } what; at++)
        {
            rows.Add(new() { What = what, Baseline = typed[$"{prefix}[{at}].{nameof(Baseline)}"], Target = typed[$"{prefix}[{at}].{nameof(Target)}"], Method = typed[$"{prefix}[{at}].{nameof(Method)}"] });
        }

        return rows;
    }

    public PlanCriterion ToCriterion() => new() { What = What!.Trim(), Baseline = Baseline.OrNull, Target = Target!.Trim(), Method = Method!.Trim() };
}
