using System.Text;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Delimited;

/// <summary>
/// The records of delimited text (RFC 4180): quotes may enclose separators and line breaks, and are doubled inside. A quote in
/// the middle of an unquoted cell is an ordinary character. Blank lines count, as they do in Excel.
/// </summary>
internal sealed class DelimitedRows(TextReader text, char separator, ReadLimits limits)
{
    private readonly char[] _buffer = new char[8192];
    private readonly StringBuilder _cell = new();
    private int _at;
    private int _length;

    public IEnumerable<SheetRow> Read()
    {
        for (var number = 1; Peek() >= 0; number++)
        {
            yield return new(number, Record(number));
        }
    }

    private List<Cell> Record(int number)
    {
        List<Cell> cells = [];
        for (var column = 1; ; column++)
        {
            var end = ReadCell(number);
            if (CellText.Clean(_cell.ToString()) is { Length: > 0 } value)
            {
                if (column > limits.Columns)
                {
                    throw new UnreadableFileException(FileRefusals.TooManyColumns, limits.Columns);
                }

                cells.Add(new(column, value));
            }

            if (end != separator)
            {
                return cells;
            }
        }
    }

    /// <summary>Reads one cell and what ends it: the separator, a line break, or -1 for the end.</summary>
    private int ReadCell(int number)
    {
        _cell.Clear();
        if (Peek() == '"')
        {
            Next();
            ReadQuoted(number);
        }

        while (true)
        {
            var next = Next();
            if (next < 0 || next == separator || next == '\n')
            {
                return next;
            }

            if (next == '\r')
            {
                return Peek() == '\n' ? Next() : '\n';
            }

            Append((char)next, number);
        }
    }

    private void ReadQuoted(int number)
    {
        for (var next = Next(); next >= 0; next = Next())
        {
            if (next == '"')
            {
                if (Peek() != '"')
                {
                    return;
                }

                Next();
            }

            Append((char)next, number);
        }
    }

    private void Append(char character, int number)
    {
        if (_cell.Length == limits.CellLength)
        {
            throw new UnreadableFileException(FileRefusals.CellTooLong, number, limits.CellLength);
        }

        _cell.Append(character);
    }

    private int Next() => Peek() < 0 ? -1 : _buffer[_at++];

    private int Peek()
    {
        if (_at == _length)
        {
            (_at, _length) = (0, text.Read(_buffer));
        }

        return _length == 0 ? -1 : _buffer[_at];
    }
}
