namespace ScenarioPortal.Matching.Text;

/// <summary>The dictionary as a tree of characters, each word with the logarithm of its probability.</summary>
internal sealed class WordTrie
{
    /// <summary>The node from which every word starts; as a child it means that there is none.</summary>
    public const int Root = EdgeTable.None;

    private readonly EdgeTable _edges = new();
    private readonly HashSet<int> _names = [];
    private float[] _probabilities = [float.NaN];
    private int _nodes = 1;

    /// <summary>Logarithm of the probability of a character that no word begins with.</summary>
    public float Unknown { get; private set; } = -20f;

    public int Words { get; private set; }

    /// <summary>The child of a node by a character, or <see cref="Root"/> when there is none.</summary>
    public int Child(int node, char character) => _edges.Find(node, character);

    /// <summary>True when the path to the node spells a word; gives the logarithm of its probability.</summary>
    public bool IsWord(int node, out float probability)
    {
        probability = _probabilities[node];
        return !float.IsNaN(probability);
    }

    /// <summary>True when the path to the node spells the name of a place or an organisation.</summary>
    public bool IsName(int node) => _names.Contains(node);

    /// <summary>The node that a whole text leads to, or <see cref="Root"/> when no word begins like this.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var node = Root;
        foreach (var character in text)
        {
            node = Child(node, character);
            if (node == Root)
            {
                break;
            }
        }

        return node;
    }

    public void Add(ReadOnlySpan<char> word, float frequency, bool isName = false)
    {
        var node = Root;
        foreach (var character in word)
        {
            node = ChildOrNew(node, character);
        }

        Words += float.IsNaN(_probabilities[node]) ? 1 : 0;
        _probabilities[node] = frequency;
        if (isName)
        {
            _names.Add(node);
        }
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

    private int ChildOrNew(int node, char character)
    {
        var child = Child(node, character);
        if (child == Root)
        {
            child = NewNode();
            _edges.Add(node, character, child);
        }

        return child;
    }

    private int NewNode()
    {
        if (_nodes == _probabilities.Length)
        {
            Array.Resize(ref _probabilities, _nodes * 2);
            Array.Fill(_probabilities, float.NaN, _nodes, _nodes);
        }

        return _nodes < EdgeTable.MostNodes ? _nodes++ : throw new InvalidDataException("The dictionary is too large: more than 16 million prefixes.");
    }
}
