namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>A row, numbered from 1 as Excel shows it, and its cells that hold something, from left to right.</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells)
{
    public bool IsBlank => Cells.Count == 0;

    /// <summary>Cells that the row does not merely share with the row above.</summary>
    public IEnumerable<Cell> Own => Cells.Where(cell => !cell.IsBorrowed);

    public Cell? At(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column == column)
            {
                return cell;
            }
        }

        return null;
    }
}
