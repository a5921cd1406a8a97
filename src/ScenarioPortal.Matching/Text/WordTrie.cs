namespace ScenarioPortal.Matching.Text;

/// <summary>
/// The dictionary as a tree of characters, each word with the logarithm of its probability.
/// All edges live in one open-addressing table, an edge in 64 bits: parent node (24), character (16), child node (24).
/// Jieba's 349,000 words take about 10 MB this way instead of 49 MB with keys and values apart.
/// </summary>
internal sealed class WordTrie
{
    /// <summary>The node from which every word starts. It is also the answer "no such edge", as no edge leads to it.</summary>
    public const int Root = 0;

    private const int NodeBits = 24;
    private const ulong NodeMask = (1UL << NodeBits) - 1;

    private ulong[] _edges = new ulong[1 << 10];
    private float[] _probabilities = [float.NaN];
    private int _nodes = 1;

    /// <summary>Logarithm of the probability of a character that no word begins with.</summary>
    public float Unknown { get; private set; } = -20f;

    public int Words { get; private set; }

    /// <summary>The child of a node by a character, or <see cref="Root"/> when there is none.</summary>
    public int Child(int node, char character)
    {
        var key = Key(node, character);
        for (var slot = Slot(key); ; slot = (slot + 1) & (_edges.Length - 1))
        {
            var edge = _edges[slot];
            if (edge == 0)
            {
                return Root;
            }

            if (edge >> NodeBits == key)
            {
                return (int)(edge & NodeMask);
            }
        }
    }

    /// <summary>True when the path to the node spells a word; gives the logarithm of its probability.</summary>
    public bool IsWord(int node, out float probability)
    {
        probability = _probabilities[node];
        return !float.IsNaN(probability);
    }

    public bool Contains(ReadOnlySpan<char> word)
    {
        var node = Root;
        foreach (var character in word)
        {
            node = Child(node, character);
            if (node == Root)
            {
                return false;
            }
        }

        return node != Root && IsWord(node, out _);
    }

    public void Add(ReadOnlySpan<char> word, float frequency)
    {
        var node = Root;
        foreach (var character in word)
        {
            node = ChildOrNew(node, character);
        }

        Words += float.IsNaN(_probabilities[node]) ? 1 : 0;
        _probabilities[node] = frequency;
    }

    /// <summary>Turns frequencies into logarithms of probabilities, once all words are in.</summary>
    public void Finish()
    {
        var total = 0d;
        foreach (var frequency in _probabilities)
        {
            total += float.IsNaN(frequency) ? 0 : frequency;
        }

        Unknown = (float)-Math.Log(total);
        for (var node = 0; node < _nodes; node++)
        {
            _probabilities[node] = (float)Math.Log(_probabilities[node]) + Unknown;
        }

        Array.Resize(ref _probabilities, _nodes);
    }

    private static ulong Key(int node, char character) => ((ulong)node << 16) | character;

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & (_edges.Length - 1);

    private int ChildOrNew(int node, char character)
    {
        var child = Child(node, character);
        if (child != Root)
        {
            return child;
        }

        if (_nodes * 3L > _edges.Length * 2L)
        {
            Grow();
        }

        child = NewNode();
        Insert((Key(node, character) << NodeBits) | (uint)child);
        return child;
    }

    private int NewNode()
    {
        if (_nodes == _probabilities.Length)
        {
            Array.Resize(ref _probabilities, _nodes * 2);
            Array.Fill(_probabilities, float.NaN, _nodes, _nodes);
        }

        return (ulong)_nodes < NodeMask ? _nodes++ : throw new InvalidDataException("The dictionary is too large: more than 16 million prefixes.");
    }

    private void Insert(ulong edge)
    {
        var slot = Slot(edge >> NodeBits);
        while (_edges[slot] != 0)
        {
            slot = (slot + 1) & (_edges.Length - 1);
        }

        _edges[slot] = edge;
    }

    private void Grow()
    {
        var edges = _edges;
        _edges = new ulong[edges.Length * 2];
        foreach (var edge in edges)
        {
            if (edge != 0)
            {
                Insert(edge);
            }
        }
    }
}
