using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Web.Pages.Shared;

internal static class ReasonChoice
{
    private const int Few = 3;

    /// <summary>The few reasons that tell most: what meets, and what does not.</summary>
    public static IReadOnlyList<MatchReason> Telling(IReadOnlyList<MatchReason> reasons)
    {
        var purpose = reasons.Where(r => r.Criterion is Criterion.Purpose).Take(1);
        var against = reasons.Where(r => r.Verdict is Verdict.Unmet).Take(1);
        var first = purpose.Concat(against).ToList();
        var others = reasons.Where(r => r.Criterion is not Criterion.Purpose && r.Verdict is Verdict.Met or Verdict.Partly).Take(Few - first.Count);
        return [.. first.Concat(others).OrderByDescending(r => r.Verdict)];
    }
}
