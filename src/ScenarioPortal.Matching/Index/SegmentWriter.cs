using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>Fills a segment whose terms and their numbers of documents are known: each term's postings in the order of positions.</summary>
internal sealed class SegmentWriter
{
    private readonly SegmentLayout _layout;
    private readonly TermTable _terms;
    private readonly int[] _numbers;
    private readonly TermEntry[] _entries;
    private readonly byte[] _impacts;
    private readonly int[] _rarePositions;
    private readonly byte[] _rareImpacts;
    private readonly byte[] _windowLargest;
    private readonly int _windows;

    /// <summary>By row and window, one more than windows: how many postings come before the window.</summary>
    private readonly int[] _pieces;

    /// <summary>By row, the window that is being filled and how many postings came before it.</summary>
    private readonly (int Window, int Before)[] _open;

    /// <summary>The places of all postings beside their impacts; where a piece was dense, its bits, and behind them nothing.</summary>
    private ushort[] _places;

    /// <param name="layout">How to lay it out.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="counts">How many postings each will get at most.</param>
    /// <param name="numbers">The number of the document at each position.</param>
    public SegmentWriter(SegmentLayout layout, TermTable terms, ReadOnlySpan<int> counts, int[] numbers)
    {
        (_layout, _terms, _numbers, _entries) = (layout, terms, numbers, new TermEntry[terms.Count]);
        var (listed, rare, rows) = (0, 0, 0);
        for (var term = 0; term < _entries.Length; term++)
        {
            var count = counts[term];
            var isListed = count >= layout.ListedFrom;
            _entries[term] = new TermEntry { Start = isListed ? listed : rare, Row = isListed ? rows++ : TermEntry.None };
            listed = checked(listed + (isListed ? count : 0));
            rare += isListed ? 0 : count;
        }

        _windows = ImpactSegment.WindowsOf(numbers.Length, layout);
        (_places, _impacts) = (new ushort[listed], new byte[checked(listed + ILanes.Block)]);
        (_rarePositions, _rareImpacts) = (new int[rare], new byte[rare]);
        (_pieces, _windowLargest, _open) = (new int[rows * (_windows + 1)], new byte[rows * _windows], new (int, int)[rows]);
    }

    public void Add(int term, int position, byte impact)
    {
        ref var entry = ref _entries[term];
        var at = entry.Start + entry.Count;
        entry.Largest = Math.Max(entry.Largest, impact);
        if (entry.Row == TermEntry.None)
        {
            (_rarePositions[at], _rareImpacts[at]) = (position, impact);
            entry.Count++;
            return;
        }

        var window = position >> _layout.WindowBits;
        if (_open[entry.Row].Window != window)
        {
            Close(in entry);
            _open[entry.Row] = (window, entry.Count);
        }

        ref var largest = ref _windowLargest[(entry.Row * _windows) + window];
        largest = Math.Max(largest, impact);
        (_places[at], _impacts[at]) = ((ushort)(position & (_layout.WindowSize - 1)), impact);
        _pieces[(entry.Row * (_windows + 1)) + window + 1] = ++entry.Count;
    }

    public ImpactSegment Finish()
    {
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            if (entry.Row != TermEntry.None)
            {
                Close(in entry);
                FillGaps(_pieces.AsSpan(entry.Row * (_windows + 1), _windows + 1));
            }
        }

        var starts = MoveTogether();
        return new ImpactSegment
        {
            Layout = _layout,
            Numbers = _numbers,
            Terms = _terms,
            Entries = _entries,
            Places = _places,
            Impacts = _impacts,
            RarePositions = _rarePositions,
            RareImpacts = _rareImpacts,
            Pieces = _pieces,
            PlaceStarts = starts,
            WindowLargest = _windowLargest,
            ByNumber = ByNumber(_numbers)
        };
    }

    /// <summary>Puts bits in the place of the places of the piece that was being filled, if it is dense.</summary>
    private void Close(ref readonly TermEntry entry)
    {
        var (window, before) = _open[entry.Row];
        var length = ImpactSegment.LengthOf(window, _numbers.Length, _layout);
        if (!_layout.IsDense(entry.Count - before, length))
        {
            return;
        }

        Span<ushort> bits = stackalloc ushort[length / 16];
        bits.Clear();
        var places = _places.AsSpan((entry.Start + before)..(entry.Start + entry.Count));
        foreach (var place in places)
        {
            bits[place >> 4] |= (ushort)(1 << (place & 15));
        }

        bits.CopyTo(places);
    }

    /// <summary>Moves places and bits to an array that has room for nothing else, and says where they begin, by row and window.</summary>
    private int[] MoveTogether()
    {
        var (starts, size) = (new int[_windowLargest.Length], 0);
        for (var row = 0; row < _open.Length; row++)
        {
            for (var window = 0; window < _windows; window++)
            {
                starts[(row * _windows) + window] = size;
                size += RoomOf(row, window);
            }
        }

        var together = GC.AllocateUninitializedArray<ushort>(size);
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            for (var window = 0; entry.Row != TermEntry.None && window < _windows; window++)
            {
                var from = entry.Start + _pieces[(entry.Row * (_windows + 1)) + window];
                _places.AsSpan(from, RoomOf(entry.Row, window)).CopyTo(together.AsSpan(starts[(entry.Row * _windows) + window]));
            }
        }

        _places = together;
        return starts;
    }

    /// <summary>How long the places or bits of a piece are.</summary>
    private int RoomOf(int row, int window)
    {
        var piece = (row * (_windows + 1)) + window;
        var (postings, length) = (_pieces[piece + 1] - _pieces[piece], ImpactSegment.LengthOf(window, _numbers.Length, _layout));
        return _layout.IsDense(postings, length) ? length / 16 : postings;
    }

    /// <summary>A window without postings begins where the one before it ends.</summary>
    private static void FillGaps(Span<int> pieces)
    {
        for (var i = 1; i < pieces.Length; i++)
        {
            pieces[i] = Math.Max(pieces[i], pieces[i - 1]);
        }
    }

    private static int[]? ByNumber(int[] numbers)
    {
        if (IsAscending(numbers))
        {
            return null;
        }

        var positions = new int[numbers.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = i;
        }

        Array.Sort([.. numbers], positions);
        for (var i = 1; i < positions.Length; i++)
        {
            if (numbers[positions[i]] == numbers[positions[i - 1]])
            {
                throw new ArgumentException($"Two documents have the number {numbers[positions[i]]}.");
            }
        }

        return positions;
    }

    private static bool IsAscending(int[] numbers)
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] <= numbers[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
