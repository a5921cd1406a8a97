namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>Counts the text of all rows that go by, over all sheets of a file, and stops at the limit.</summary>
internal sealed class CountedText(long maxLength)
{
    private long _length;

    public SheetRow Count(SheetRow row)
    {
        foreach (var cell in row.Cells)
        {
            _length += cell.Text.Length;
        }

        return _length <= maxLength ? row : throw new UnreadableFileException(FileRefusals.Bomb);
    }
}
