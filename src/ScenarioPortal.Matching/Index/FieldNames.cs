using System.Collections.Concurrent;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Index;

/// <summary>Numbers for fields, in order of appearance. Reading takes no lock.</summary>
internal sealed class FieldNames
{
    public const int None = -1;

    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count => _numbers.Count;

    public int Find(string? field) => field is not null && _numbers.TryGetValue(field, out var number) ? number : None;

    /// <summary>A field as a term of the index: no text has it.</summary>
    public static ulong Key(int field) => TermKey.Of($"\0{field}");

    /// <summary>For one writer at a time.</summary>
    public int FindOrAdd(string? field) =>
        string.IsNullOrEmpty(field) ? None : _numbers.GetOrAdd(field, static (_, numbers) => numbers.Count, _numbers);
}
