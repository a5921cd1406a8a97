using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>The clauses of a need, laid out to be met by those of many capabilities: which of them have a term, and how rare it is. Never changes once it is made.</summary>
internal sealed class NeedClauses
{
    private readonly KeyTable _terms = new();
    private readonly List<float> _rarities = [];

    /// <summary>For each term one of the clauses that have it, as a place in the list of uses, which leads to the next.</summary>
    private readonly List<int> _first = [];

    private readonly List<(int Clause, int Next)> _uses = [];

    /// <param name="clauses">The clauses.</param>
    /// <param name="rarity">How rare a term is among the capabilities.</param>
    public NeedClauses(Clause[] clauses, Func<ulong, float> rarity)
    {
        Clauses = clauses;
        for (var clause = 0; clause < clauses.Length; clause++)
        {
            foreach (var key in clauses[clause].Keys)
            {
                var term = _terms.FindOrAdd(key);
                if (term == _first.Count)
                {
                    _first.Add(-1);
                    _rarities.Add(rarity(key));
                }

                _uses.Add((clause, _first[term]));
                _first[term] = _uses.Count - 1;
            }
        }
    }

    public Clause[] Clauses { get; }

    /// <summary>For each clause Σ rarity of the terms that it shares with a clause of a capability.</summary>
    public void Weigh(Clause capability, Span<double> weights)
    {
        weights.Clear();
        foreach (var key in capability.Keys)
        {
            if (_terms.Find(key) is >= 0 and var term)
            {
                for (var use = _first[term]; use >= 0; use = _uses[use].Next)
                {
                    weights[_uses[use].Clause] += _rarities[term];
                }
            }
        }
    }

    /// <summary>How rare a term of the need is among the capabilities.</summary>
    public float Rarity(ulong key) => _rarities[_terms.Find(key)];
}
