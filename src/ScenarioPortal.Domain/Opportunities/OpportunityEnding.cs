namespace ScenarioPortal.Domain.Opportunities;

/// <summary>How a released opportunity ended.</summary>
public enum OpportunityEnding
{
    Paired,
    NoSuitableSupplier,
    Withdrawn,
    Cancelled,
    Expired
}
