namespace ScenarioPortal.Data.Outbox;

public enum OutboxKind
{
    OpportunityChanged,
    CapabilityChanged
}
