namespace ScenarioPortal.Domain.Pairings;

/// <summary>The clocks of a pairing, in days of Asia/Shanghai. Section <c>Pairings</c> of the settings.</summary>
public sealed record PairingRules
{
    public const string Section = "Pairings";

    /// <summary>An interest, an invitation, a proposal and a suggested step are answered by the end of this day after they were made.</summary>
    public int AnswerDays { get; init; } = 7;

    /// <summary>Whoever is to answer is reminded so many days before.</summary>
    public int ReminderDays { get; init; } = 2;

    /// <summary>So long a pairing may stand at a step before it counts as stuck (卡住).</summary>
    public int EngagedDays { get; init; } = 30;

    public int AgreedDays { get; init; } = 60;

    public int PilotingDays { get; init; } = 180;

    public int VerifiedDays { get; init; } = 90;

    public int AdoptedDays { get; init; } = 365;

    public DateTimeOffset AnswerDueAt(DateTimeOffset askedAt) => EndOf(askedAt, AnswerDays);

    /// <summary>Until when it may stand at a step; null where nothing is expected any more.</summary>
    public DateTimeOffset? StuckAfter(PairingState state, DateTimeOffset since) => state switch
    {
        PairingState.Engaged => EndOf(since, EngagedDays),
        PairingState.Agreed => EndOf(since, AgreedDays),
        PairingState.Piloting => EndOf(since, PilotingDays),
        PairingState.Verified => EndOf(since, VerifiedDays),
        PairingState.Adopted => EndOf(since, AdoptedDays),
        _ => null
    };

    private static DateTimeOffset EndOf(DateTimeOffset from, int days) => DeadlineDays.EndOf(DeadlineDays.Of(from).AddDays(days)).ToUniversalTime();
}
