namespace ScenarioPortal.Matching.Index;

/// <summary>Fills a segment whose terms and their numbers of documents are known: each term's postings in the order of positions.</summary>
internal sealed class SegmentWriter
{
    private readonly SegmentLayout _layout;
    private readonly TermTable _terms;
    private readonly int[] _numbers;
    private readonly TermEntry[] _entries;
    private readonly ushort[] _listPlaces;
    private readonly byte[] _listImpacts;
    private readonly int[] _rarePositions;
    private readonly byte[] _rareImpacts;
    private readonly byte[][] _columns;
    private readonly int[] _pieces;
    private readonly byte[] _windowLargest;
    private readonly int _windows;

    /// <param name="layout">How to lay it out.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="counts">How many postings each will get.</param>
    /// <param name="numbers">The number of the document at each position.</param>
    public SegmentWriter(SegmentLayout layout, TermTable terms, ReadOnlySpan<int> counts, int[] numbers)
    {
        (_layout, _terms, _numbers, _entries) = (layout, terms, numbers, new TermEntry[terms.Count]);
        var (listed, rare, rows, columns) = (0, 0, 0, 0);
        for (var term = 0; term < _entries.Length; term++)
        {
            var count = counts[term];
            var isColumn = layout.IsColumn(count, numbers.Length);
            var isListed = !isColumn && count >= layout.ListedFrom;
            _entries[term] = new TermEntry
            {
                Start = isColumn ? 0 : isListed ? listed : rare,
                Row = isColumn || isListed ? rows++ : TermEntry.None,
                Column = isColumn ? columns++ : TermEntry.None
            };
            listed = checked(listed + (isListed ? count : 0));
            rare += isColumn || isListed ? 0 : count;
        }

        _windows = ImpactSegment.WindowsOf(numbers.Length, layout);
        (_listPlaces, _listImpacts) = (new ushort[listed], new byte[listed]);
        (_rarePositions, _rareImpacts) = (new int[rare], new byte[rare]);
        _columns = new byte[columns][];
        for (var column = 0; column < columns; column++)
        {
            _columns[column] = new byte[ImpactSegment.WholeBlocks(numbers.Length)];
        }

        (_pieces, _windowLargest) = (new int[rows * (_windows + 1)], new byte[rows * _windows]);
    }

    public void Add(int term, int position, byte impact)
    {
        ref var entry = ref _entries[term];
        var at = entry.Start + entry.Count++;
        entry.Largest = Math.Max(entry.Largest, impact);
        if (entry.Row == TermEntry.None)
        {
            (_rarePositions[at], _rareImpacts[at]) = (position, impact);
            return;
        }

        var window = position >> _layout.WindowBits;
        ref var largest = ref _windowLargest[(entry.Row * _windows) + window];
        largest = Math.Max(largest, impact);
        if (entry.Column != TermEntry.None)
        {
            _columns[entry.Column][position] = impact;
            return;
        }

        (_listPlaces[at], _listImpacts[at]) = ((ushort)(position & (_layout.WindowSize - 1)), impact);
        _pieces[(entry.Row * (_windows + 1)) + window + 1] = entry.Count;
    }

    public ImpactSegment Finish()
    {
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            if (entry.Row != TermEntry.None)
            {
                FillGaps(_pieces.AsSpan(entry.Row * (_windows + 1), _windows + 1));
            }
        }

        return new ImpactSegment
        {
            Layout = _layout,
            Numbers = _numbers,
            Terms = _terms,
            Entries = _entries,
            ListPlaces = _listPlaces,
            ListImpacts = _listImpacts,
            RarePositions = _rarePositions,
            RareImpacts = _rareImpacts,
            Columns = _columns,
            Pieces = _pieces,
            WindowLargest = _windowLargest,
            ByNumber = ByNumber(_numbers)
        };
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
