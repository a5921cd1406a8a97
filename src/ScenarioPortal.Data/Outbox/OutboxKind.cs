namespace ScenarioPortal.Data.Outbox;

public enum OutboxKind
{
    OpportunityChanged,
    CapabilityChanged,

    /// <summary>Somebody changed the word list. There is nothing to match; every node reads it again.</summary>
    WordsChanged
}
