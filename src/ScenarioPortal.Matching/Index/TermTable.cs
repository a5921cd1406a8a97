using System.Numerics;

namespace ScenarioPortal.Matching.Index;

/// <summary>Ordinals for terms, in order of appearance, in an open-addressing table of 12 bytes a slot.</summary>
internal sealed class TermTable
{
    private ulong[] _terms;
    private int[] _ordinals;
    private int _shift;

    /// <param name="expected">How many terms to make room for.</param>
    public TermTable(int expected = 8)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected + (expected >> 1) + 1));
        (_terms, _ordinals, _shift) = (new ulong[slots], new int[slots], 64 - BitOperations.Log2((uint)slots));
    }

    public int Count { get; private set; }

    public long Bytes => (long)_terms.Length * (sizeof(ulong) + sizeof(int));

    /// <summary>The ordinal of a term, or −1.</summary>
    public int Find(ulong term)
    {
        for (var slot = Slot(term); ; slot = (slot + 1) & (_ordinals.Length - 1))
        {
            if (_ordinals[slot] == 0)
            {
                return -1;
            }

            if (_terms[slot] == term)
            {
                return _ordinals[slot] - 1;
            }
        }
    }

    public int FindOrAdd(ulong term)
    {
        var slot = Slot(term);
        for (; _ordinals[slot] != 0; slot = (slot + 1) & (_ordinals.Length - 1))
        {
            if (_terms[slot] == term)
            {
                return _ordinals[slot] - 1;
            }
        }

        (_terms[slot], _ordinals[slot]) = (term, ++Count);
        if (Count * 3L > _ordinals.Length * 2L)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>All terms by ordinal.</summary>
    public ulong[] ToArray()
    {
        var terms = new ulong[Count];
        for (var slot = 0; slot < _ordinals.Length; slot++)
        {
            if (_ordinals[slot] != 0)
            {
                terms[_ordinals[slot] - 1] = _terms[slot];
            }
        }

        return terms;
    }

    private int Slot(ulong term) => (int)((term * 0x9E3779B97F4A7C15UL) >> _shift);

    private void Grow()
    {
        var terms = ToArray();
        (_terms, _ordinals, _shift) = (new ulong[_terms.Length * 2], new int[_terms.Length * 2], _shift - 1);
        for (var ordinal = 0; ordinal < terms.Length; ordinal++)
        {
            var slot = Slot(terms[ordinal]);
            while (_ordinals[slot] != 0)
            {
                slot = (slot + 1) & (_ordinals.Length - 1);
            }

            (_terms[slot], _ordinals[slot]) = (terms[ordinal], ordinal + 1);
        }
    }
}
