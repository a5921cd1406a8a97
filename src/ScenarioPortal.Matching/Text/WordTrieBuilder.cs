using System.Runtime.InteropServices;

namespace ScenarioPortal.Matching.Text;

/// <summary>Takes words in the order of their characters, and packs them into a <see cref="WordTrie"/>.</summary>
internal sealed class WordTrieBuilder
{
    private int[] _parents = [TrieNode.Nobody];
    private char[] _characters = ['\0'];
    private float[] _probabilities = [float.NegativeInfinity];
    private bool[] _names = [false];
    private int _count = 1;

    private readonly List<int> _path = [WordTrie.Root];
    private readonly List<char> _last = [];

    public int Words { get; private set; }

    /// <summary>Adds a word that is not before the last one, its weight any number above 0; of the same word twice the later counts.</summary>
    public void Add(ReadOnlySpan<char> word, float weight, bool isName)
    {
        var known = word.CommonPrefixLength(CollectionsMarshal.AsSpan(_last));
        _last.RemoveRange(known, _last.Count - known);
        _path.RemoveRange(known + 1, _path.Count - known - 1);
        foreach (var character in word[known..])
        {
            _last.Add(character);
            _path.Add(NewNode(_path[^1], character));
        }

        var node = _path[^1];
        Words += float.IsNegativeInfinity(_probabilities[node]) ? 1 : 0;
        _probabilities[node] = weight;
        _names[node] |= isName;
    }

    /// <summary>The tree of all words that were added; their weights, as shares of the whole, are the probabilities.</summary>
    public WordTrie Build()
    {
        var total = 0d;
        for (var node = 0; node < _count; node++)
        {
            total += float.IsNegativeInfinity(_probabilities[node]) ? 0 : _probabilities[node];
        }

        var unknown = (float)-Math.Log(total);
        for (var node = 0; node < _count; node++)
        {
            // The logarithm of −∞ is none: it stays.
            _probabilities[node] = float.IsNegativeInfinity(_probabilities[node]) ? float.NegativeInfinity : (float)Math.Log(_probabilities[node]) + unknown;
        }

        return TriePacking.Pack(
            _parents.AsSpan(0, _count), _characters.AsSpan(0, _count), _probabilities.AsSpan(0, _count), _names.AsSpan(0, _count), unknown);
    }

    private int NewNode(int parent, char character)
    {
        if (_count == _parents.Length)
        {
            Array.Resize(ref _parents, _count * 2);
            Array.Resize(ref _characters, _count * 2);
            Array.Resize(ref _probabilities, _count * 2);
            Array.Resize(ref _names, _count * 2);
        }

        (_parents[_count], _characters[_count], _probabilities[_count]) = (parent, character, float.NegativeInfinity);
        return _count++;
    }
}
