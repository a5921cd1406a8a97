namespace ScenarioPortal.Matching.Text;

/// <summary>
/// The edges of a tree of characters in one open-addressing table, an edge in 64 bits: parent node (24), character (16), child node (24).
/// Jieba's 349,000 words take about 10 MB this way instead of 49 MB with keys and values apart. The edges from the root stand in an array by character, and
/// most edges that are asked for are not there, which a set of bits that stays in the cache nearly always tells: together that takes a fifth off analysis.
/// </summary>
internal sealed class EdgeTable
{
    /// <summary>No edge leads to node 0, so it stands for "there is none".</summary>
    public const int None = 0;

    public const int MostNodes = 1 << NodeBits;

    private const int NodeBits = 24;
    private const int FilterBitsPerSlot = 4;
    private const ulong NodeMask = (1UL << NodeBits) - 1;

    private readonly int[] _first = new int[char.MaxValue + 1];
    private ulong[] _edges = new ulong[1 << 10];
    private ulong[] _filter = new ulong[(1 << 10) * FilterBitsPerSlot / 64];
    private int _count;

    public int Find(int node, char character)
    {
        if (node == None)
        {
            return _first[character];
        }

        var key = Key(node, character);
        var hash = Hash(key);
        var bit = hash & ((_filter.Length << 6) - 1);
        if ((_filter[bit >> 6] >> bit & 1) == 0)
        {
            return None;
        }

        for (var slot = hash & (_edges.Length - 1); ; slot = (slot + 1) & (_edges.Length - 1))
        {
            var edge = _edges[slot];
            if (edge == 0)
            {
                return None;
            }

            if (edge >> NodeBits == key)
            {
                return (int)(edge & NodeMask);
            }
        }
    }

    /// <summary>Adds an edge that is not there yet.</summary>
    public void Add(int node, char character, int child)
    {
        if (node == None)
        {
            _first[character] = child;
            return;
        }

        if (++_count * 3L > _edges.Length * 2L)
        {
            Grow();
        }

        Insert((Key(node, character) << NodeBits) | (uint)child);
    }

    private static ulong Key(int node, char character) => ((ulong)node << 16) | character;

    private static int Hash(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 33);

    private void Insert(ulong edge)
    {
        var hash = Hash(edge >> NodeBits);
        var bit = hash & ((_filter.Length << 6) - 1);
        _filter[bit >> 6] |= 1UL << bit;
        var slot = hash & (_edges.Length - 1);
        while (_edges[slot] != 0)
        {
            slot = (slot + 1) & (_edges.Length - 1);
        }

        _edges[slot] = edge;
    }

    private void Grow()
    {
        var edges = _edges;
        (_edges, _filter) = (new ulong[edges.Length * 2], new ulong[_filter.Length * 2]);
        foreach (var edge in edges)
        {
            if (edge != 0)
            {
                Insert(edge);
            }
        }
    }
}
