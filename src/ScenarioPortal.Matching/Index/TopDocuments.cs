namespace ScenarioPortal.Matching.Index;

/// <summary>
/// The best documents so far, a heap with the worst on top. Score and number stand in one 64-bit key, larger is better, so that ties
/// are settled by the same comparison.
/// </summary>
internal sealed class TopDocuments
{
    private ulong[] _keys = [];
    private int _room;
    private int _count;

    public ScoreToBeat ToBeat { get; private set; } = new(0);

    /// <summary>What a score must at least be: of equal scores the lower number stays.</summary>
    public int Required => ToBeat.Value;

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, _count);

    /// <param name="room">How many there may be.</param>
    /// <param name="toBeat">Raised as soon as there are so many; by whoever looks for the same elsewhere as well.</param>
    public void Clear(int room, ScoreToBeat toBeat)
    {
        (_room, _count, ToBeat) = (room, 0, toBeat);
        if (_keys.Length < Math.Min(room, 256))
        {
            _keys = new ulong[Math.Min(room, 256)];
        }
    }

    public void Add(int score, int document) => Add(((ulong)(uint)score << 32) | ~(uint)document);

    public void Add(ReadOnlySpan<ulong> keys)
    {
        foreach (var key in keys)
        {
            Add(key);
        }
    }

    /// <summary>Writes them best first and returns how many there are; the heap is then no heap any more.</summary>
    public int Write(Span<IndexHit> hits, float unit)
    {
        Array.Sort(_keys, 0, _count);
        for (var i = 0; i < _count; i++)
        {
            var key = _keys[_count - 1 - i];
            hits[i] = new IndexHit((int)~(uint)key, (key >> 32) * unit);
        }

        return _count;
    }

    private void Add(ulong key)
    {
        if (_count < _room)
        {
            if (_count == _keys.Length)
            {
                Array.Resize(ref _keys, (int)Math.Min(_room, _keys.Length * 2L));
            }

            Rise(key);
            if (_count == _room)
            {
                ToBeat.Raise((int)(_keys[0] >> 32));
            }
        }
        else if (key > _keys[0])
        {
            Sink(key);
            ToBeat.Raise((int)(_keys[0] >> 32));
        }
    }

    private void Rise(ulong key)
    {
        var at = _count++;
        for (var above = (at - 1) >> 1; at > 0 && _keys[above] > key; above = (at - 1) >> 1)
        {
            _keys[at] = _keys[above];
            at = above;
        }

        _keys[at] = key;
    }

    private void Sink(ulong key)
    {
        var at = 0;
        for (var below = 1; below < _count; below = (2 * at) + 1)
        {
            below += below + 1 < _count && _keys[below + 1] < _keys[below] ? 1 : 0;
            if (_keys[below] >= key)
            {
                break;
            }

            _keys[at] = _keys[below];
            at = below;
        }

        _keys[at] = key;
    }
}
