using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Scoring;

namespace ScenarioPortal.Matching;

/// <summary>Both lists at one moment, and what follows from them. Never changes.</summary>
internal sealed record Snapshot(DocumentList<NeedDocument> Needs, Searcher<NeedDocument> NeedSearcher, Judges Judges)
{
    public DocumentList<CapabilityDocument> Capabilities => Judges.Capabilities;
}
