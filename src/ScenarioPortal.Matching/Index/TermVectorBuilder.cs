namespace ScenarioPortal.Matching.Index;

/// <summary>Collects terms and adds up equal ones.</summary>
internal sealed class TermVectorBuilder
{
    private readonly List<(ulong Key, float Weight)> _terms = [];

    public void Add(ulong key, float weight) => _terms.Add((key, weight));

    /// <summary>Makes the vector and starts anew.</summary>
    public TermVector Build()
    {
        if (_terms.Count == 0)
        {
            return TermVector.Empty;
        }

        _terms.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        var keys = new List<ulong>(_terms.Count);
        var frequencies = new List<float>(_terms.Count);
        foreach (var (key, weight) in _terms)
        {
            if (keys.Count > 0 && keys[^1] == key)
            {
                frequencies[^1] += weight;
            }
            else
            {
                keys.Add(key);
                frequencies.Add(weight);
            }
        }

        _terms.Clear();
        return new TermVector([.. keys], [.. frequencies]);
    }
}
