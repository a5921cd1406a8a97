using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Domain.Pairings;

/// <summary>What a pilot is to show and what it has shown: which plan and which result count, and which step they allow.</summary>
public sealed record PairingProof
{
    /// <summary>The plan that counts: the event with which it was written.</summary>
    public int? PlanNumber { get; private init; }

    public PairingSide? PlanBy { get; private init; }

    /// <summary>When the other side agreed to the plan as it stands.</summary>
    public DateTimeOffset? PlanAgreedAt { get; private init; }

    /// <summary>When the pilot began: from then on nobody changes the plan.</summary>
    public DateTimeOffset? PlanFrozenAt { get; private init; }

    /// <summary>The result that counts; null after it was not confirmed.</summary>
    public int? ResultNumber { get; private init; }

    public VerificationOutcome? Outcome { get; private init; }

    /// <summary>Who is to agree to the plan; null when there is none, or both have.</summary>
    public PairingSide? PlanWaitsFor => (PlanBy, PlanAgreedAt) switch
    {
        (PairingSide.Publisher, null) => PairingSide.Company,
        (PairingSide.Company, null) => PairingSide.Publisher,
        _ => null
    };

    /// <summary>What is missing for this step, in a sentence: a pilot begins with a plan that both agreed to, and is over with a result that bears it out.</summary>
    public string? MissingFor(PairingState step) => step switch
    {
        PairingState.Piloting when PlanNumber is null => "请先写验证方案，双方都同意之后才能开始试点。",
        PairingState.Piloting when PlanAgreedAt is null => "验证方案还没有得到双方同意，同意之后才能开始试点。",
        PairingState.Verified or PairingState.EndedWithinLimits when Outcome is null => "请先写验证结果：每项指标测得多少、由谁见证。上一次结果没有得到确认的，要重新写。",
        PairingState.Verified or PairingState.EndedWithinLimits when Outcome is VerificationOutcome.Unsafe => "安全底线没有守住，不能算验证通过，也不能容错结束。",
        PairingState.Verified when Outcome is VerificationOutcome.Missed => "有指标没有达到，也没有写明为什么仍算通过。请补写结果，或者提出容错结束。",
        PairingState.EndedWithinLimits when Outcome is VerificationOutcome.Met => "每项指标都达到了，请提出验证通过。",
        _ => null
    };

    /// <summary>Why nobody, or not this side, writes or agrees to a plan now; null where the plan is no hindrance.</summary>
    internal string? Against(PairingAction action, PairingSide side) => action switch
    {
        PairingAction.AgreePlan when PlanNumber is null => "还没有验证方案，请先写一份。",
        PairingAction.AgreePlan when PlanAgreedAt is not null => "双方已经同意这份验证方案。",
        PairingAction.AgreePlan when PlanBy == side => "方案是您方写的，由对方来同意。",
        PairingAction.WritePlan when PlanFrozenAt is not null => "试点已经开始，验证方案不能再改。",
        _ => null
    };

    internal PairingProof After(PairingEvent happened, bool pilotBegins)
    {
        var then = happened.Action switch
        {
            PairingAction.WritePlan => this with { PlanNumber = happened.Number, PlanBy = happened.Side, PlanAgreedAt = null },
            PairingAction.AgreePlan => this with { PlanAgreedAt = happened.At },
            PairingAction.WriteResult => this with { ResultNumber = happened.Number, Outcome = happened.Outcome },
            PairingAction.Refuse when happened.Step is PairingState.Verified or PairingState.EndedWithinLimits => this with { ResultNumber = null, Outcome = null },
            _ => this
        };
        return pilotBegins ? then with { PlanFrozenAt = happened.At } : then;
    }
}
