namespace ScenarioPortal.Data.Matches;

/// <summary>A stored match: which pair, and which revisions of the two it was computed from.</summary>
public readonly record struct StoredPair(Guid OpportunityId, Guid CapabilityId, int OpportunityRevision, int CapabilityRevision);
