using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Domain.Pairings;

/// <summary>One thing that was done about a pairing. Nothing is ever taken away: a pairing is what its events, one after the other, make of it.</summary>
public sealed record PairingEvent
{
    public const int NoteMaxLength = 2000;
    public const int MaxRating = 5;

    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PairingSide Side { get; init; }

    /// <summary>Null for the clock.</summary>
    public Guid? AccountId { get; init; }

    public required PairingAction Action { get; init; }

    /// <summary>Where it stands from then on.</summary>
    public required PairingState State { get; init; }

    /// <summary>The step that was suggested, confirmed, refused or taken back.</summary>
    public PairingState? Step { get; init; }

    public PairingReason? Reason { get; init; }

    /// <summary>By when the other side owes an answer from then on; null when nobody waits for one.</summary>
    public DateTimeOffset? AnswerDueAt { get; init; }

    /// <summary>In their own words.</summary>
    public string? Note { get; init; }

    /// <summary>To the conditions of the need, when a company offers or accepts.</summary>
    public IReadOnlyList<ConditionAnswer> Answers { get; init; } = [];

    /// <summary>The company offers without its name: the publisher does not learn who it is before it shows itself or is accepted.</summary>
    public bool Veiled { get; init; }

    /// <summary>SHA-256 of the plan or result that was written with it.</summary>
    public string? ContentHash { get; init; }

    /// <summary>What follows from the result that was written with it.</summary>
    public VerificationOutcome? Outcome { get; init; }

    /// <summary>From 1 to 5, by the publisher, when a pilot is over.</summary>
    public int? Rating { get; init; }
}
