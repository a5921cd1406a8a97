namespace ScenarioPortal.Data.Outbox;

public enum OutboxKind
{
    OpportunityChanged,
    CapabilityChanged,

    /// <summary>
    /// Somebody changed the word list or the thesaurus. There is nothing to match; every node reads both again. They share a kind because a node
    /// of an earlier version, which would stumble over one that it does not know, reads what it knows and goes on.
    /// </summary>
    WordsChanged
}
