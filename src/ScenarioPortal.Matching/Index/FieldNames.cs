using System.Collections.Concurrent;

namespace ScenarioPortal.Matching.Index;

/// <summary>Numbers for fields, in order of appearance. Reading takes no lock.</summary>
internal sealed class FieldNames
{
    public const int None = -1;

    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Find(string? field) => field is not null && _numbers.TryGetValue(field, out var number) ? number : None;

    /// <summary>For one writer at a time.</summary>
    public int FindOrAdd(string? field) =>
        string.IsNullOrEmpty(field) ? None : _numbers.GetOrAdd(field, static (_, numbers) => numbers.Count, _numbers);
}
