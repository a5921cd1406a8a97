using System.Collections;
using System.Numerics;

namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Finds the places of a double array. Nodes with many children choose first; where their children fit is asked of a set of free places,
/// 64 at a time. The search goes on where the last one found room, and begins anew for half as many children; nodes with one child fill what is left.
/// </summary>
internal ref struct TriePacking
{
    private const int FirstCode = WordTrie.ForeignCode + 1;
    private const int Width = 64;

    private readonly ReadOnlySpan<int> _parents;
    private readonly ushort[] _codes;
    private readonly int _numbers;

    /// <summary>Of each node the number of its character.</summary>
    private readonly ushort[] _code;

    /// <summary>The children of a node, together: those of node n from _begin[n] to _begin[n + 1], the smallest number first.</summary>
    private readonly int[] _begin;
    private readonly int[] _children;

    private readonly int[] _first;
    private ulong[] _free;

    private TriePacking(ReadOnlySpan<int> parents, ReadOnlySpan<char> characters)
    {
        _parents = parents;
        (_codes, _numbers) = Number(characters);
        _code = new ushort[parents.Length];
        for (var node = 1; node < parents.Length; node++)
        {
            _code[node] = _codes[characters[node]];
        }

        (_begin, _children) = Group(parents, _code);
        _first = new int[parents.Length];
        _free = new ulong[(parents.Length + (2 * _numbers)) / Width + 2];
        Array.Fill(_free, ulong.MaxValue);
    }

    /// <summary>Packs nodes that are given with their parents (node 0 is the root, in any order otherwise; without a parent it is none).</summary>
    public static WordTrie Pack(
        ReadOnlySpan<int> parents, ReadOnlySpan<char> characters, ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> isName, float unknown)
    {
        var packing = new TriePacking(parents, characters);
        var last = packing.Place();
        var nodes = new TrieNode[last + packing._numbers + 1];
        var names = new BitArray(nodes.Length);
        Array.Fill(nodes, TrieNode.None);
        for (var node = 1; node < parents.Length; node++)
        {
            if (parents[node] != TrieNode.Nobody)
            {
                var place = packing.PlaceOf(node);
                nodes[place] = new TrieNode(packing._first[node], packing.PlaceOf(parents[node]), probabilities[node]);
                names[place] = isName[node];
            }
        }

        return new WordTrie(nodes, packing._codes, names, unknown);
    }

    private readonly int PlaceOf(int node) => node == WordTrie.Root ? WordTrie.Root : _first[_parents[node]] + _code[node];

    /// <summary>Numbers the characters, the most frequent first: places close to each other are in the cache together.</summary>
    private static (ushort[] Codes, int Numbers) Number(ReadOnlySpan<char> characters)
    {
        var uses = new int[char.MaxValue + 1];
        foreach (var character in characters[1..])
        {
            uses[character]++;
        }

        var used = new List<int>();
        for (var character = 1; character < uses.Length; character++)
        {
            if (uses[character] > 0)
            {
                used.Add(character);
            }
        }

        used.Sort((one, other) => uses[other] - uses[one] is not 0 and var order ? order : one - other);
        var codes = new ushort[char.MaxValue + 1];
        Array.Fill(codes, WordTrie.ForeignCode);
        var number = FirstCode;
        foreach (var character in used)
        {
            codes[character] = checked((ushort)number++);
        }

        return (codes, number);
    }

    private static (int[] Begin, int[] Children) Group(ReadOnlySpan<int> parents, ushort[] code)
    {
        var begin = new int[parents.Length + 1];
        foreach (var parent in parents)
        {
            begin[parent + 1] += parent == TrieNode.Nobody ? 0 : 1;
        }

        for (var node = 0; node < parents.Length; node++)
        {
            begin[node + 1] += begin[node];
        }

        var (children, next) = (new int[begin[^1]], begin[..^1]);
        for (var node = 1; node < parents.Length; node++)
        {
            if (parents[node] is not TrieNode.Nobody and var parent)
            {
                var place = next[parent]++;
                children[place] = node;
                ref var smallest = ref children[begin[parent]];
                if (code[node] < code[smallest])
                {
                    (children[place], smallest) = (smallest, node);
                }
            }
        }

        return (begin, children);
    }

    /// <summary>Finds the first place of every node with children, and returns the last place that is taken.</summary>
    private int Place()
    {
        var last = Math.Max(_numbers - 1, WordTrie.ForeignCode);
        for (var place = 0; place <= last; place++)
        {
            Take(place);
        }

        var (lowest, window, size) = (0, 0, 0);
        foreach (var node in ByChildren())
        {
            var children = _children.AsSpan(_begin[node].._begin[node + 1]);
            while (_free[lowest] == 0)
            {
                lowest++;
            }

            window = BitOperations.Log2((uint)children.Length) == size ? Math.Max(window, lowest) : lowest;
            size = BitOperations.Log2((uint)children.Length);
            var fits = Fits(children, window);
            while (fits == 0)
            {
                fits = Fits(children, ++window);
            }

            _first[node] = (window * Width) + BitOperations.TrailingZeroCount(fits) - _code[children[0]];
            foreach (var child in children)
            {
                var place = _first[node] + _code[child];
                Take(place);
                last = Math.Max(last, place);
            }
        }

        return last;
    }

    /// <summary>All nodes with children but the root, those with the most first.</summary>
    private readonly int[] ByChildren()
    {
        // Sorted by counting: at[n] is where the nodes with n children begin.
        var at = new int[_numbers + 1];
        for (var node = 1; node < _first.Length; node++)
        {
            at[_begin[node + 1] - _begin[node]]++;
        }

        at[0] = 0;
        var total = 0;
        for (var size = at.Length - 1; size > 0; size--)
        {
            (at[size], total) = (total, total + at[size]);
        }

        var nodes = new int[total];
        for (var node = 1; node < _first.Length; node++)
        {
            if (_begin[node + 1] - _begin[node] is > 0 and var size)
            {
                nodes[at[size]++] = node;
            }
        }

        return nodes;
    }

    /// <summary>For each of the 64 places of a window whether all children fit when the first stands there.</summary>
    private ulong Fits(ReadOnlySpan<int> children, int window)
    {
        Reach((window + 2) * Width + _numbers);
        var fits = _free[window];
        for (var i = 1; i < children.Length && fits != 0; i++)
        {
            var place = (window * Width) + _code[children[i]] - _code[children[0]];
            var (word, shift) = (place / Width, place % Width);
            fits &= shift == 0 ? _free[word] : (_free[word] >> shift) | (_free[word + 1] << (Width - shift));
        }

        return fits;
    }

    private readonly void Take(int place) => _free[place / Width] &= ~(1UL << (place % Width));

    private void Reach(int place)
    {
        var length = _free.Length;
        if (place / Width >= length)
        {
            Array.Resize(ref _free, length * 2);
            Array.Fill(_free, ulong.MaxValue, length, length);
        }
    }
}
