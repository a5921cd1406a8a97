using System.Collections;

namespace ScenarioPortal.Matching.Text;

/// <summary>
/// The dictionary as a tree of characters, each word with the logarithm of its probability: a double array (Aoe 1989).
/// Characters are numbered by how often they occur; the child of a node by a character stands at the node's first place plus the number,
/// if the node there names it as its parent. So a step, taken or not, is one addition and one line of memory, and jieba's 349,000 words take about 12 MB.
/// </summary>
internal sealed class WordTrie
{
    /// <summary>The node from which every word starts; as a child it means that there is none.</summary>
    public const int Root = 0;

    /// <summary>The number of no character, which ends a run.</summary>
    public const ushort EndCode = 0;

    /// <summary>The number of all characters that no word has. As a node: no word begins with them.</summary>
    public const ushort ForeignCode = 1;

    private readonly TrieNode[] _nodes;
    private readonly ushort[] _codes;
    private readonly BitArray _names;

    /// <param name="nodes">All nodes, with as much room behind the last as there are numbers, so that a step never leaves the array.</param>
    /// <param name="codes">The number of each character.</param>
    /// <param name="names">For each node whether it spells a name.</param>
    /// <param name="unknown">Logarithm of the probability of a character that is no word.</param>
    public WordTrie(TrieNode[] nodes, ushort[] codes, BitArray names, float unknown)
    {
        (_nodes, _codes, _names) = (nodes, codes, names);
        Unknown = unknown;
    }

    /// <summary>Logarithm of the probability of a character that no word begins with.</summary>
    public float Unknown { get; }

    /// <summary>For the segmenter's loop. The first steps need no test: the node of a character's number is the child of the root.</summary>
    public ReadOnlySpan<TrieNode> Nodes => _nodes;

    /// <summary>The number of each character.</summary>
    public ReadOnlySpan<ushort> Codes => _codes;

    /// <summary>The child of a node by a character, or <see cref="Root"/> when there is none.</summary>
    public int Child(int node, char character)
    {
        var child = _nodes[node].First + _codes[character];
        return _nodes[child].Parent == node ? child : Root;
    }

    /// <summary>True when the path to the node spells a word; gives the logarithm of its probability.</summary>
    public bool IsWord(int node, out float probability)
    {
        probability = _nodes[node].Probability;
        return !float.IsNegativeInfinity(probability);
    }

    /// <summary>True when the path to the node spells the name of a place or an organisation.</summary>
    public bool IsName(int node) => _names[node];

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
}
