namespace ScenarioPortal.Matching.Duplicates;

/// <summary>What a need speaks of: signs by kind and name, in the order of names, so that sums come out the same from both sides.</summary>
internal sealed class NeedSense
{
    public static readonly SenseKind[] Kinds = Enum.GetValues<SenseKind>();

    private readonly SortedDictionary<string, Sign>[] _signs = [.. Kinds.Select(_ => new SortedDictionary<string, Sign>(StringComparer.Ordinal))];

    public IReadOnlyDictionary<string, Sign> this[SenseKind kind] => _signs[(int)kind];

    /// <summary>A sign counts once, where it weighs most.</summary>
    public void Add(SenseKind kind, string name, Sign sign)
    {
        if (!_signs[(int)kind].TryGetValue(name, out var known) || known.Weight < sign.Weight)
        {
            _signs[(int)kind][name] = sign;
        }
    }
}
