using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Domain.Credit;

/// <summary>
/// Points that one event of a pairing brought an organisation by one rule (信用记录). It is never changed and never taken away: what was wrong is cancelled by another entry.
/// </summary>
public sealed class CreditEntry
{
    public CreditEntry(Guid organisationId, Guid pairingId, PairingEvent happened, CreditRule rule)
    {
        (OrganisationId, PairingId, EventNumber) = (organisationId, pairingId, happened.Number);
        (RuleVersion, RuleCode, Points, HalfLife) = (rule.Version, rule.Code, rule.Points, rule.HalfLife);
        (At, WrittenAt) = (happened.At, happened.At);
    }

    private CreditEntry() => RuleCode = "";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; private init; }

    public Guid PairingId { get; private init; }

    /// <summary>The event of the pairing that it follows from.</summary>
    public int EventNumber { get; private init; }

    public DateOnly RuleVersion { get; private init; }

    public string RuleCode { get; private init; }

    public int Points { get; private init; }

    /// <summary>In days, by the rule of that version.</summary>
    public int HalfLife { get; private init; }

    /// <summary>When it happened: from then on it fades.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>When it was written down; later than it happened where an appeal was upheld.</summary>
    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>The entry that it cancels, after an appeal.</summary>
    public Guid? CancelsId { get; private init; }

    /// <summary>The opposite of this entry. It fades as this one does, so the two are nothing together from then on, whatever day it is.</summary>
    public CreditEntry Cancelled(DateTimeOffset now) => new()
    {
        OrganisationId = OrganisationId,
        PairingId = PairingId,
        EventNumber = EventNumber,
        RuleVersion = RuleVersion,
        RuleCode = RuleCode,
        Points = -Points,
        HalfLife = HalfLife,
        At = At,
        WrittenAt = now,
        CancelsId = Id
    };

    /// <summary>What is left of it, in hundredths of a point: half after its half-life, and the same all day long in Shanghai.</summary>
    public decimal LeftAt(DateTimeOffset moment)
    {
        var days = Math.Max(0, DeadlineDays.Of(moment).DayNumber - DeadlineDays.Of(At).DayNumber);
        return Math.Round((decimal)(Points * Math.Pow(0.5, (double)days / HalfLife)), 2, MidpointRounding.AwayFromZero);
    }
}
