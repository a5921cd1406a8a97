using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>The days of the pilot are counted from the day on which it is written.</summary>
internal sealed record WritePlan : StepAct
{
    public required IReadOnlyList<PlanCriterion> Criteria { get; init; }

    public required int FromDay { get; init; }

    public required int ToDay { get; init; }

    public required string SafetyLimits { get; init; }

    public required string RiskControls { get; init; }

    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now)
    {
        var today = now.DayInShanghai();
        scene.Db.Add(pairing.WritePlan(by, new PlanContent
        {
            Criteria = Criteria,
            From = today.AddDays(FromDay),
            To = today.AddDays(ToDay),
            SafetyLimits = SafetyLimits,
            RiskControls = RiskControls
        }, null, rules, now));
    }
}

internal sealed record AgreePlan : StepAct
{
    public string? Note { get; init; }

    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => pairing.AgreePlan(by, Note, rules, now);
}

internal sealed record WriteResult : StepAct
{
    private PlanContent _plan = null!;

    public required IReadOnlyList<Measured> Values { get; init; }

    public bool WithinLimits { get; init; } = true;

    public required string Witness { get; init; }

    public required string Conclusion { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<string> Findings { get; init; } = [];

    public override async Task DoAsync(Scene scene, CancellationToken cancellation)
    {
        var pairing = await scene.PairingAsync(cancellation);
        _plan = await scene.Db.VerificationPlans.Where(p => p.PairingId == pairing.Id && p.Number == pairing.Proof.PlanNumber).Select(p => p.Content).SingleAsync(cancellation);
        await base.DoAsync(scene, cancellation);
    }

    protected override void Act(Scene scene, Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now) => scene.Db.Add(pairing.WriteResult(by, _plan, new ResultContent
    {
        Values = Values,
        WithinLimits = WithinLimits,
        Witness = Witness,
        Conclusion = Conclusion,
        Reason = Reason,
        Findings = Findings
    }, null, rules, now));
}
