using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>A clause of each side, and what both say that means something: words, and characters that stand alone on one of the sides and are rare enough.</summary>
internal sealed class SharedPassage
{
    /// <summary>A character that fewer than about one capability in twelve has.</summary>
    private const float RareCharacter = 2.5f;

    private readonly ulong[] _keys;

    public SharedPassage(Clause need, Clause capability, NeedClauses needs)
    {
        (Need, Capability) = (need, capability);
        var keys = new List<ulong>();
        for (int i = 0, j = 0; i < need.Keys.Length && j < capability.Keys.Length;)
        {
            var (key, other) = (need.Keys[i], capability.Keys[j]);
            if (key == other && (!TermKey.IsCharacter(key) || (IsAlone(key) && needs.Rarity(key) >= RareCharacter)))
            {
                keys.Add(key);
            }

            i += key <= other ? 1 : 0;
            j += other <= key ? 1 : 0;
        }

        _keys = [.. keys];
    }

    public Clause Need { get; }

    public Clause Capability { get; }

    public bool SharesTerms => _keys.Length > 0;

    /// <summary>The terms of one of the clauses that the other one also says and that mean something.</summary>
    public IEnumerable<Term> TermsOf(Clause clause) => clause.Terms.Where(t => Array.BinarySearch(_keys, t.Key) >= 0);

    private bool IsAlone(ulong character) =>
        Array.BinarySearch(Need.LoneCharacters, character) >= 0 || Array.BinarySearch(Capability.LoneCharacters, character) >= 0;
}
