using System.Collections.Concurrent;

namespace ScenarioPortal.Matching.Index;

/// <summary>Numbers for terms, in order of appearance, never taken back: arrays by term stay valid. Reading takes no lock.</summary>
internal sealed class Vocabulary
{
    public const int None = -1;

    private readonly ConcurrentDictionary<ulong, int> _numbers = new();
    private int _size;

    public int Count => _size;

    /// <summary>The number of a term, or <see cref="None"/>.</summary>
    public int Find(ulong key) => _numbers.TryGetValue(key, out var number) ? number : None;

    /// <summary>The number of a term, a new one if need be. For one writer at a time.</summary>
    public int FindOrAdd(ulong key)
    {
        if (_numbers.TryGetValue(key, out var number))
        {
            return number;
        }

        number = _size++;
        _numbers[key] = number;
        return number;
    }

}
