namespace ScenarioPortal.Data.Matches;

/// <summary>A stored match: which pair, which revisions of the two it was computed from, and the number of its judge.</summary>
public readonly record struct StoredPair(Guid OpportunityId, Guid CapabilityId, int OpportunityRevision, int CapabilityRevision, int JudgedBy);
