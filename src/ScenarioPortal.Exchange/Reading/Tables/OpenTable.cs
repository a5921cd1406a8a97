using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>A sheet whose header has been looked for; its rows follow once, sorted into fields.</summary>
internal sealed class OpenTable : IDisposable
{
    private readonly Sheet _sheet;
    private readonly ListKind _list;
    private readonly IEnumerator<SheetRow> _rows;
    private readonly List<SheetRow> _first = [];
    private readonly TableHeader? _header;

    public OpenTable(Sheet sheet, ListKind list, SheetMapping mapping, CountedText text)
    {
        (_sheet, _list) = (sheet, list);
        _rows = sheet.Rows.Where(row => !row.IsBlank).Select(text.Count).GetEnumerator();
        while (_first.Count < HeaderFinder.SearchedRows && _rows.MoveNext())
        {
            _first.Add(_rows.Current);
        }

        _header = HeaderFinder.Find(_first, list, mapping);
        WrongList = FindWrongList(mapping);
    }

    /// <summary>Why the table belongs to the other list, when it clearly does.</summary>
    public Reason? WrongList { get; }

    public bool IsBlank => _first.Count == 0;

    public bool IsRead => _header is not null && WrongList is null;

    public SheetReport Report => new()
    {
        Sheet = _sheet.Name,
        Hidden = _sheet.Hidden,
        HeaderRow = IsRead ? _header!.Row : null,
        Columns = IsRead ? [.. _header!.Columns.Select(column => column.ToReport())] : [],
        Skipped = IsRead ? null : WrongList ?? (IsBlank ? new(FileRefusals.Empty) : NoHeader(_list))
    };

    public static Reason NoHeader(ListKind list) => list == ListKind.Opportunities
        ? new(FileRefusals.NoHeader, HeaderFinder.SearchedRows, "应用场景名称", "场景简介")
        : new(FileRefusals.NoHeader, HeaderFinder.SearchedRows, "产品名称", "能力概述");

    public IEnumerable<(FieldValues Values, string? CompanyFromAbove)> Rows()
    {
        if (!IsRead)
        {
            yield break;
        }

        var (filter, sorter, above) = (new RowFilter(_header!, _list), new RowSorter(_sheet.Name, _header!), new CompanyAbove(_header!));
        foreach (var row in Below().Where(filter.IsData))
        {
            var values = sorter.Sort(row);
            yield return (values, _list == ListKind.Capabilities ? above.Lend(values) : null);
        }
    }

    public void Dispose() => _rows.Dispose();

    private IEnumerable<SheetRow> Below()
    {
        foreach (var row in _first.Where(row => row.Number > _header!.Row))
        {
            yield return row;
        }

        while (_rows.MoveNext())
        {
            yield return _rows.Current;
        }
    }

    private Reason? FindWrongList(SheetMapping mapping)
    {
        if (_header?.Columns.Any(column => mapping.TryGet(column.Name, out _)) == true)
        {
            return null;
        }

        var other = _list == ListKind.Opportunities ? ListKind.Capabilities : ListKind.Opportunities;
        var header = _header ?? HeaderFinder.Find(_first, other, SheetMapping.None);
        return header is null ? null : ListGuess.WrongList(header.Columns.Select(column => column.Name), _list);
    }
}
