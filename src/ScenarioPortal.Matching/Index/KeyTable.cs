namespace ScenarioPortal.Matching.Index;

/// <summary>
/// Numbers for the terms of one question, in order of appearance: a table in one array that stays in the cache and is emptied and filled again. A look-up
/// takes some 2 ns, where the <see cref="Vocabulary"/> of all texts takes 40. For one thread at a time.
/// </summary>
internal sealed class KeyTable
{
    public const int None = -1;

    /// <summary>2⁶⁴ divided by the golden ratio: what differs in a few bits comes to lie far apart (Knuth, The Art of Computer Programming, 6.4).</summary>
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15UL;

    private const int SmallestBits = 9;
    private const int HashBits = 12;

    /// <summary>A number that is one too high, so that an empty slot is all zeros.</summary>
    private (ulong Key, int Next)[] _slots = new (ulong, int)[1 << SmallestBits];

    private int _shift = 64 - SmallestBits;

    /// <summary>A bit for each hash of 12 bits that some term has.</summary>
    private readonly ulong[] _hashes = new ulong[1 << (HashBits - 6)];

    public int Count { get; private set; }

    public void Clear()
    {
        Array.Clear(_slots);
        Array.Clear(_hashes);
        Count = 0;
    }

    /// <summary>
    /// Writes the places of those that may be among the terms and returns how many there are; whoever is left out is not. Without a branch, as which of the terms of a
    /// text are met cannot be guessed: that takes a third of the time of looking up each.
    /// </summary>
    public int Sift(ReadOnlySpan<ulong> keys, Span<int> places)
    {
        var (hashes, count) = (_hashes, 0);
        for (var i = 0; i < keys.Length; i++)
        {
            var hash = keys[i] * Spread >> (64 - HashBits);
            places[count] = i;
            count += (int)(hashes[hash >> 6] >> (int)(hash & 63) & 1);
        }

        return count;
    }

    /// <summary>The number of a term, or <see cref="None"/>.</summary>
    public int Find(ulong key) => _slots[Place(key)].Next - 1;

    /// <summary>The number of a term; a new one is as high as <see cref="Count"/> was.</summary>
    public int FindOrAdd(ulong key)
    {
        ref var slot = ref _slots[Place(key)];
        if (slot.Next != 0)
        {
            return slot.Next - 1;
        }

        slot = (key, ++Count);
        var hash = key * Spread >> (64 - HashBits);
        _hashes[hash >> 6] |= 1UL << (int)(hash & 63);
        var number = Count - 1;
        if (Count > _slots.Length / 2)
        {
            Grow();
        }

        return number;
    }

    /// <summary>Where a term stands, or else the empty slot where it belongs; at least half of the slots are empty.</summary>
    private int Place(ulong key)
    {
        var slots = _slots;
        var at = (int)((key * Spread) >> _shift);
        while (slots[at].Next != 0 && slots[at].Key != key)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        return at;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new (ulong, int)[2 * slots.Length];
        _shift--;
        foreach (var slot in slots)
        {
            if (slot.Next != 0)
            {
                _slots[Place(slot.Key)] = slot;
            }
        }
    }
}
