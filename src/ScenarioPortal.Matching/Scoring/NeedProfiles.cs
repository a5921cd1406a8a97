using System.Collections.Concurrent;
using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// The profiles of the needs on the list, each worked out when it is first asked for. A capability is judged against 200 needs;
/// without this their profiles were nine tenths of that work. Thread-safe.
/// </summary>
internal sealed class NeedProfiles(NeedProfiler profiler)
{
    /// <summary>At about 12 KB each with their peers; those of a longer list are worked out each time.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<Entry<NeedDocument>, NeedProfile> _profiles = new(ReferenceEqualityComparer.Instance);
    private int _count;

    public NeedProfile Of(Entry<NeedDocument> need)
    {
        if (_profiles.TryGetValue(need, out var known))
        {
            return known;
        }

        var profile = profiler.Profile(need.Document, need.Analysis);
        if (Volatile.Read(ref _count) < Most && _profiles.TryAdd(need, profile))
        {
            Interlocked.Increment(ref _count);
        }

        return profile;
    }
}
