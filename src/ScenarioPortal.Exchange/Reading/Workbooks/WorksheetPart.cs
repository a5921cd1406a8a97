using System.Globalization;
using System.Text;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>The rows of one worksheet's XML, one at a time; nothing of the sheet stays in memory.</summary>
internal sealed class WorksheetPart(SharedStrings strings, DateFormats formats, bool from1904, ReadLimits limits)
{
    private const int MaxMergedRanges = 200_000;

    private readonly StringBuilder _text = new();

    /// <summary>The merged ranges, which stand behind the rows: a first pass over the part finds them.</summary>
    public static List<MergedRange> MergedRanges(Stream part)
    {
        List<MergedRange> ranges = [];
        using var reader = new PartReader(part);
        while (reader.NextElement("mergeCell"))
        {
            if (MergedRange.Parse(reader.Attribute("ref")) is { } range)
            {
                ranges.Add(range);
            }

            if (ranges.Count > MaxMergedRanges)
            {
                throw new UnreadableFileException(FileRefusals.Bomb);
            }
        }

        return ranges;
    }

    public IEnumerable<SheetRow> Rows(Stream part)
    {
        using var reader = new PartReader(part);
        var last = 0;
        while (reader.NextElement("row"))
        {
            var number = Number(reader.Attribute("r")) ?? last + 1;
            if (number <= last)
            {
                throw new InvalidDataException("Rows are not in order.");
            }

            last = number;
            if (!reader.IsEmpty)
            {
                yield return new(number, Cells(reader));
            }
        }
    }

    private List<Cell> Cells(PartReader reader)
    {
        List<Cell> cells = [];
        var (depth, column) = (reader.Depth, 0);
        while (reader.NextInside(depth))
        {
            if (reader.Name != "c")
            {
                continue;
            }

            var next = ColumnLetter.Parse(reader.Attribute("r")).Column ?? column + 1;
            if (next <= column)
            {
                throw new InvalidDataException("Cells are not in order.");
            }

            column = next;
            if (Read(reader, column) is { Text.Length: > 0 } cell)
            {
                if (column > limits.Columns)
                {
                    throw new UnreadableFileException(FileRefusals.TooManyColumns, limits.Columns);
                }

                cells.Add(cell);
            }
        }

        return cells;
    }

    private Cell Read(PartReader reader, int column)
    {
        if (reader.IsEmpty)
        {
            return default;
        }

        var type = reader.Attribute("t") ?? "n";
        var style = Number(reader.Attribute("s")) ?? 0;
        _text.Clear();
        var depth = reader.Depth;
        while (reader.NextInside(depth))
        {
            if (reader.Name == "v")
            {
                reader.AppendText(_text, limits.CellLength);
            }
            else if (reader.Name == "is")
            {
                RichText.Append(reader, _text, limits.CellLength);
            }
        }

        return new Cell(column, CellText.Clean(Text(type, style))) { IsError = type == "e" };
    }

    private string Text(string type, int style)
    {
        var raw = _text.ToString();
        return type switch
        {
            "s" => Number(raw.Trim()) is { } index ? strings[index] ?? throw new InvalidDataException("No such shared string.") : "",
            "n" => double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? NumberText(number, style) : raw,
            "d" => DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? CellNumber.Text(moment) : raw,
            "b" => raw.Trim() == "1" ? "是" : "否",
            _ => EscapedText.Decode(raw)
        };
    }

    private string NumberText(double number, int style) => formats.IsDate(style) ? CellNumber.Date(number, from1904) : CellNumber.Text(number);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
