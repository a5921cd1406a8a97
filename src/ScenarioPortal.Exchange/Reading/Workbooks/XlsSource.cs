using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>An open .xls (BIFF), read through ExcelDataReader.</summary>
internal sealed class XlsSource : ISheetSource
{
    private const int MaxRows = 1_048_576;

    private readonly IExcelDataReader _reader;
    private readonly ReadLimits _limits;
    private int _sheet;
    private double _fractionOfSheet;

    static XlsSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public XlsSource(Stream file, ReadLimits limits)
    {
        XlsGuard.RequireSane(file);
        file.Position = 0;
        _limits = limits;
        _reader = Guarded(() => ExcelReaderFactory.CreateBinaryReader(file, new() { LeaveOpen = true, FallbackEncoding = Encoding.GetEncoding("GB18030") }));
        if (_reader.ResultsCount > limits.Sheets)
        {
            throw new UnreadableFileException(FileRefusals.TooManySheets, limits.Sheets);
        }
    }

    public double Fraction => Math.Min(1, (_sheet + _fractionOfSheet) / Math.Max(1, _reader.ResultsCount));

    public IEnumerable<Sheet> Sheets()
    {
        do
        {
            yield return new(_reader.Name, _reader.VisibleState is "hidden" or "veryhidden", Rows());
            _sheet++;
            _fractionOfSheet = 0;
        }
        while (Guarded(_reader.NextResult));
    }

    public void Dispose() => _reader.Dispose();

    private IEnumerable<SheetRow> Rows()
    {
        var merged = new MergedCells(
            (_reader.MergeCells ?? []).Select(range => new MergedRange(range.FromRow + 1, range.FromColumn + 1, range.ToRow + 1, range.ToColumn + 1)), _limits.Columns);
        for (var number = 1; number <= MaxRows && Guarded(_reader.Read); number++)
        {
            _fractionOfSheet = Math.Min(1, (double)number / Math.Max(1, _reader.RowCount));
            yield return merged.Fill(new(number, Guarded(Cells)));
        }
    }

    private List<Cell> Cells()
    {
        List<Cell> cells = [];
        for (var at = 0; at < _reader.FieldCount; at++)
        {
            if (CellText.Clean(Text(_reader.GetValue(at))) is not { Length: > 0 } text)
            {
                continue;
            }

            if (at >= _limits.Columns)
            {
                throw new UnreadableFileException(FileRefusals.TooManyColumns, _limits.Columns);
            }

            cells.Add(new(at + 1, text));
        }

        return cells;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => CellNumber.Text(number),
        DateTime moment => CellNumber.Text(moment),
        bool flag => flag ? "是" : "否",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
    };

    /// <summary>The library answers damage with whatever exception comes first, so all of them mean a damaged file here.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException locked)
        {
            throw new UnreadableFileException(new Reason(FileRefusals.Encrypted), locked);
        }
        catch (Exception damage) when (damage is not (UnreadableFileException or IOException or OutOfMemoryException))
        {
            throw new UnreadableFileException(new Reason(FileRefusals.Corrupt), damage);
        }
    }
}
