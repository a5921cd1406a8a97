using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>An open xlsx.</summary>
internal sealed class XlsxSource : ISheetSource
{
    private readonly WorkbookArchive _archive;
    private readonly WorkbookParts _parts;
    private readonly ReadLimits _limits;
    private readonly long _length;
    private long _done;
    private PartStream? _current;

    public XlsxSource(WorkbookArchive archive, string workbook, ReadLimits limits)
    {
        (_archive, _limits) = (archive, limits);
        _parts = WorkbookParts.Of(archive, workbook, limits.Sheets);
        _length = Math.Max(1, _parts.Sheets.Sum(sheet => archive.DeclaredLength(sheet.Part)));
    }

    public double Fraction => Math.Min(1, (double)(_done + (_current?.Position ?? 0)) / _length);

    public IEnumerable<Sheet> Sheets()
    {
        var strings = Optional(_parts.SharedStrings, _limits.SharedStringsBytes) is { } texts ? SharedStrings.Of(texts, _limits.CellLength) : SharedStrings.None;
        var formats = Optional(_parts.Styles, _limits.PartBytes) is { } styles ? DateFormats.Of(styles) : DateFormats.None;
        foreach (var (name, hidden, part) in _parts.Sheets)
        {
            yield return new(name, hidden, Rows(part, new(strings, formats, _parts.CountsFrom1904, _limits)));
            _done += _archive.DeclaredLength(part);
            _current = null;
        }
    }

    public void Dispose() => _archive.Dispose();

    private PartStream? Optional(string? part, long maxBytes)
    {
        if (part is null || !_archive.Has(part))
        {
            return null;
        }

        return _archive.DeclaredLength(part) <= maxBytes ? _archive.Open(part, maxBytes) : throw new UnreadableFileException(FileRefusals.Bomb);
    }

    private IEnumerable<SheetRow> Rows(string part, WorksheetPart sheet)
    {
        var merged = new MergedCells(WorksheetPart.MergedRanges(_archive.Open(part)), _limits.Columns);
        _current = _archive.Open(part);
        foreach (var row in sheet.Rows(_current))
        {
            yield return merged.Fill(row);
        }
    }
}
