namespace ScenarioPortal.Matching.Text;

/// <summary>
/// The edges of a tree of characters in one open-addressing table, an edge in 64 bits: parent node (24), character (16), child node (24).
/// Jieba's 349,000 words take about 10 MB this way instead of 49 MB with keys and values apart.
/// </summary>
internal sealed class EdgeTable
{
    /// <summary>No edge leads to node 0, so it stands for "there is none".</summary>
    public const int None = 0;

    public const int MostNodes = 1 << NodeBits;

    private const int NodeBits = 24;
    private const ulong NodeMask = (1UL << NodeBits) - 1;

    private ulong[] _edges = new ulong[1 << 10];
    private int _count;

    public int Find(int node, char character)
    {
        var key = Key(node, character);
        for (var slot = Slot(key); ; slot = (slot + 1) & (_edges.Length - 1))
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
        if (++_count * 3L > _edges.Length * 2L)
        {
            Grow();
        }

        Insert((Key(node, character) << NodeBits) | (uint)child);
    }

    private static ulong Key(int node, char character) => ((ulong)node << 16) | character;

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & (_edges.Length - 1);

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
