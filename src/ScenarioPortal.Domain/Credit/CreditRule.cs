using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Domain.Credit;

/// <summary>One line of the rules: what happens, who has how many points of it, and how soon they fade. An empty pattern fits everything.</summary>
public sealed record CreditRule
{
    public const int CodeMaxLength = 40;

    /// <summary>The day from which on the rules of this version hold, in Shanghai.</summary>
    public required DateOnly Version { get; init; }

    public required string Code { get; init; }

    /// <summary>Where the pairing stood.</summary>
    public required IReadOnlyList<PairingState> From { get; init; }

    public required IReadOnlyList<PairingAction> Actions { get; init; }

    /// <summary>Where it stands then.</summary>
    public PairingState? Becomes { get; init; }

    public required IReadOnlyList<PairingReason> Reasons { get; init; }

    /// <summary>Only what answers somebody, and within the time that was given.</summary>
    public required bool InTime { get; init; }

    public required CreditParty To { get; init; }

    public required int Points { get; init; }

    /// <summary>After so many days half of the points are left.</summary>
    public required int HalfLife { get; init; }

    /// <summary>What it is for, as people read it.</summary>
    public required string Why { get; init; }

    public required string WhyEnglish { get; init; }

    /// <param name="before">What happened last before.</param>
    /// <param name="happened">What happened.</param>
    public bool Fits(PairingEvent before, PairingEvent happened) =>
        Fits(From, before.State) && Fits(Actions, happened.Action)
        && (Becomes is null || Becomes == happened.State)
        && (Reasons.Count == 0 || (happened.Reason is { } reason && Reasons.Contains(reason)))
        && (!InTime || happened.At <= before.AnswerDueAt);

    private static bool Fits<T>(IReadOnlyList<T> pattern, T value) => pattern.Count == 0 || pattern.Contains(value);
}
