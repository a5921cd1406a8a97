namespace ScenarioPortal.Matching.Text;

/// <summary>A node of <see cref="WordTrie"/>: 12 bytes that hold all a step down the tree asks for.</summary>
/// <param name="First">Its children stand here plus their character's number; 0 when it has none.</param>
/// <param name="Parent">The node whose child it is; <see cref="Nobody"/> for a place that holds no node.</param>
/// <param name="Probability">Logarithm of the probability of the word that leads here; −∞ when it is none.</param>
internal readonly record struct TrieNode(int First, int Parent, float Probability)
{
    public const int Nobody = -1;

    public static TrieNode None { get; } = new(0, Nobody, float.NegativeInfinity);
}
