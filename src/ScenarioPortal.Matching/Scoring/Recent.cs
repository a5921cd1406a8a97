using System.Collections.Concurrent;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// What was worked out lately, by what it was worked out from (the object itself, not its value). There are two halves: when the newer is full, the older is forgotten, and
/// what is asked for again moves to the newer one. Thread-safe; reading takes no lock.
/// </summary>
/// <param name="room">How much is kept at most, give or take a few that several threads add at once.</param>
internal sealed class Recent<TKey, TValue>(int room)
    where TKey : class
{
    private readonly Lock _turning = new();
    private volatile Halves _halves = new(Half(), Half());
    private int _count;

    /// <summary>Should two ask for the same at once, both may work it out, and both get the same.</summary>
    public TValue Of(TKey key, Func<TKey, TValue> make)
    {
        var halves = _halves;
        if (halves.Newer.TryGetValue(key, out var known))
        {
            return known;
        }

        var value = halves.Newer.GetOrAdd(key, halves.Older.TryGetValue(key, out known) ? known : make(key));
        if (Interlocked.Increment(ref _count) > room / 2)
        {
            Turn();
        }

        return value;
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (_count > room / 2)
            {
                _halves = new(Half(), _halves.Newer);
                _count = 0;
            }
        }
    }

    private static ConcurrentDictionary<TKey, TValue> Half() => new(ReferenceEqualityComparer.Instance);

    private sealed record Halves(ConcurrentDictionary<TKey, TValue> Newer, ConcurrentDictionary<TKey, TValue> Older);
}
