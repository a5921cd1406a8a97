using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>The few reasons that tell most, as they stand beside a partner's name.</summary>
/// <param name="Reasons">All reasons of the match.</param>
/// <param name="Partner">The side that the reader does not see yet: its words are quoted.</param>
internal sealed record ReasonHints(IReadOnlyList<MatchReason> Reasons, Side Partner)
{
    private const int Few = 3;

    public int Told => Reasons.Count(r => r.Verdict is not Verdict.Unknown && r.Criterion is not (Criterion.Peers or Criterion.Meaning));

    public int Met => Reasons.Count(r => r.Verdict is Verdict.Met);

    /// <summary>What meets first, and what does not.</summary>
    public IReadOnlyList<MatchReason> Telling()
    {
        var purpose = Reasons.Where(r => r.Criterion is Criterion.Purpose).Take(1);
        var against = Reasons.Where(r => r.Verdict is Verdict.Unmet).Take(1);
        var silence = Reasons.Where(r => r.Criterion is Criterion.Confirmation);
        var first = purpose.Concat(against).Concat(silence).Distinct().ToList();
        var others = Reasons.Where(r => r.Criterion is not (Criterion.Purpose or Criterion.Peers or Criterion.Meaning) && r.Verdict is Verdict.Met or Verdict.Partly).Take(Few - first.Count);
        return [.. first.Concat(others).OrderByDescending(r => r.Verdict)];
    }

    public Passage? Quote(MatchReason reason) =>
        reason.Criterion is Criterion.Purpose ? reason.Passages.FirstOrDefault(p => p.Side == Partner) : null;
}
