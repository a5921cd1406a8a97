using System.Numerics;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>A set of list positions, one bit each: and, or and count go 64 positions at a time.</summary>
internal sealed class BitSet(int length)
{
    private const int WordBits = 64;
    private readonly ulong[] _words = new ulong[(length + WordBits - 1) / WordBits];

    public int Length { get; } = length;

    public bool this[int position] => (_words[position / WordBits] >> (position % WordBits) & 1) != 0;

    public static BitSet All(int length)
    {
        var all = new BitSet(length);
        all._words.AsSpan().Fill(ulong.MaxValue);
        if (length % WordBits is > 0 and var rest)
        {
            all._words[^1] = (1UL << rest) - 1;
        }

        return all;
    }

    public void Add(int position) => _words[position / WordBits] |= 1UL << (position % WordBits);

    public void UnionWith(BitSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    public void IntersectWith(BitSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= other._words[i];
        }
    }

    public BitSet Copy()
    {
        var copy = new BitSet(Length);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    public int Count() => CountCommon(this);

    public int CountCommon(BitSet other)
    {
        var count = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            count += BitOperations.PopCount(_words[i] & other._words[i]);
        }

        return count;
    }
}
