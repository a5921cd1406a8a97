using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// The profiles of the needs on the list that were asked for lately, good as long as the capabilities do not change. A capability is judged against 200 needs;
/// without this their profiles were nine tenths of that work. Thread-safe.
/// </summary>
internal sealed class NeedProfiles(NeedProfiler profiler)
{
    /// <summary>At about 12 KB each with their peers.</summary>
    private const int Most = 10_000;

    private readonly Recent<Entry<NeedDocument>, NeedProfile> _profiles = new(Most);

    public NeedProfile Of(Entry<NeedDocument> need) => _profiles.Of(need, n => profiler.Profile(n.Document, n.Analysis));
}
