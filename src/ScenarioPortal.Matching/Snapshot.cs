using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Scoring;

namespace ScenarioPortal.Matching;

/// <summary>Both lists at one moment, and what follows from them. Never changes.</summary>
internal sealed class Snapshot(
    DocumentList<NeedDocument> needs, DocumentList<CapabilityDocument> capabilities, DocumentAnalyser analyser, Vocabulary vocabulary)
{
    public DocumentList<NeedDocument> Needs { get; } = needs;

    public DocumentList<CapabilityDocument> Capabilities { get; } = capabilities;

    public NeedProfiler Profiler { get; } = new(analyser, vocabulary, capabilities.Statistics);

    public PairScorer Scorer { get; } = new(capabilities.Statistics);
}
