using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>Fills merged ranges: every cell of a range has the value of its first.</summary>
internal sealed class MergedCells(IEnumerable<MergedRange> ranges, int maxColumns)
{
    private readonly List<MergedRange> _ranges = [.. ranges.OrderBy(range => range.Top)];
    private readonly List<(MergedRange Range, Cell Cell)> _open = [];
    private int _next;

    /// <summary>The row with the cells that ranges lend it. Rows come in ascending order.</summary>
    public SheetRow Fill(SheetRow row)
    {
        _open.RemoveAll(open => open.Range.Bottom < row.Number);
        for (; _next < _ranges.Count && _ranges[_next].Top <= row.Number; _next++)
        {
            var range = _ranges[_next];
            if (range.Top == row.Number && row.At(range.Left) is { } first)
            {
                _open.Add((range, first));
            }
        }

        // Ranges do not overlap, so a row crosses no more of them than it has columns.
        if (_open.Count > maxColumns)
        {
            throw new InvalidDataException("Merged ranges overlap.");
        }

        return _open.Count == 0 ? row : row with { Cells = Filled(row) };
    }

    private List<Cell> Filled(SheetRow row)
    {
        var cells = new List<Cell>(row.Cells);
        var taken = row.Cells.Select(cell => cell.Column).ToHashSet();
        foreach (var (range, first) in _open)
        {
            for (var column = range.Left; column <= Math.Min(range.Right, maxColumns); column++)
            {
                if (taken.Add(column))
                {
                    cells.Add(first with { Column = column, IsBorrowed = true });
                }
            }
        }

        cells.Sort((left, right) => left.Column.CompareTo(right.Column));
        return cells;
    }
}
