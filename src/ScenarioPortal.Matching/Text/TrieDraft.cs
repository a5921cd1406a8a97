using System.Runtime.InteropServices;

namespace ScenarioPortal.Matching.Text;

/// <summary>A finished tree taken apart, to be packed again with more words.</summary>
internal sealed class TrieDraft
{
    private readonly WordTrie _words;
    private readonly List<int> _parents = [];
    private readonly List<char> _characters = [];
    private readonly List<float> _probabilities = [];
    private readonly List<bool> _names = [];
    private readonly Dictionary<(int Node, char Character), int> _new = [];

    public TrieDraft(WordTrie words)
    {
        _words = words;
        var characters = new char[char.MaxValue + 1];
        for (var character = 0; character < characters.Length; character++)
        {
            characters[words.Codes[character]] = (char)character;
        }

        var nodes = words.Nodes;
        for (var node = 0; node < nodes.Length; node++)
        {
            var parent = nodes[node].Parent;
            Add(parent, parent == TrieNode.Nobody ? '\0' : characters[node - nodes[parent].First], nodes[node].Probability, words.IsName(node));
        }
    }

    /// <summary>Gives a word, new or known, its probability.</summary>
    public void Set(string word, float probability)
    {
        var node = WordTrie.Root;
        foreach (var character in word)
        {
            node = Child(node, character);
        }

        _probabilities[node] = probability;
    }

    public WordTrie Pack() =>
        TriePacking.Pack(Span(_parents), Span(_characters), Span(_probabilities), Span(_names), _words.Unknown);

    private static ReadOnlySpan<T> Span<T>(List<T> list) => CollectionsMarshal.AsSpan(list);

    private int Child(int node, char character)
    {
        var known = node < _words.Nodes.Length ? _words.Child(node, character) : WordTrie.Root;
        if (known != WordTrie.Root)
        {
            return known;
        }

        if (!_new.TryGetValue((node, character), out var child))
        {
            _new[(node, character)] = child = _parents.Count;
            Add(node, character, float.NegativeInfinity, isName: false);
        }

        return child;
    }

    private void Add(int parent, char character, float probability, bool isName)
    {
        _parents.Add(parent);
        _characters.Add(character);
        _probabilities.Add(probability);
        _names.Add(isName);
    }
}
