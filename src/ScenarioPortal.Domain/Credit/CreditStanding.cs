namespace ScenarioPortal.Domain.Credit;

/// <summary>What was left of an organisation's credit when it was last weighed (信用现值): once a day, and when an entry came. Matching reads this and nothing else of the ledger.</summary>
public sealed class CreditStanding(Guid organisationId)
{
    public Guid OrganisationId { get; private init; } = organisationId;

    /// <summary>In hundredths of a point.</summary>
    public decimal Credit { get; private set; }

    /// <summary>Of how many entries it was made.</summary>
    public int Entries { get; private set; }

    public DateTimeOffset WeighedAt { get; private set; }

    /// <summary>Says whether it has come from one side of zero to the other, so that matches are to be judged anew.</summary>
    public bool Weigh(IReadOnlyCollection<CreditEntry> entries, DateTimeOffset now)
    {
        var wasNegative = Credit < 0;
        (Credit, Entries, WeighedAt) = (CreditLedger.Sum(entries, now), entries.Count, now);
        return wasNegative != Credit < 0;
    }
}
