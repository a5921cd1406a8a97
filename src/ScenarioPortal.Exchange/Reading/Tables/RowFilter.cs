using System.Text.RegularExpressions;
using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>Tells the rows of a list from what else stands below a header: notes, headings, totals, the header again.</summary>
internal sealed partial class RowFilter(TableHeader header, ListKind list)
{
    private const int LongestHeader = 60;

    private readonly ColumnAliases _aliases = ColumnAliases.Of(list);
    private readonly Dictionary<int, HeaderColumn> _columns = header.Columns.ToDictionary(column => column.Column);

    public bool IsData(SheetRow row)
    {
        var own = row.Own.ToList();
        return own.Exists(cell => FieldAt(cell) is not SheetField.Serial)
            && !IsNote(own)
            && !IsHeading(row, own)
            && !Total().IsMatch(own[0].Text)
            && !IsHeaderAgain(own);
    }

    private static bool IsNote(List<Cell> own) => own.Count == 1 && Note().IsMatch(own[0].Text);

    /// <summary>One text merged over half of the columns or more, such as 一、人工智能领域.</summary>
    private bool IsHeading(SheetRow row, List<Cell> own) =>
        own.Count == 1 && row.Cells.Count > 2 && row.Cells.Count(cell => cell.Text == own[0].Text) * 2 >= _columns.Count;

    /// <summary>True also for the second row of a header in two rows.</summary>
    private bool IsHeaderAgain(List<Cell> own) => own.Count > 1 && own.TrueForAll(cell =>
    {
        if (cell.Text.Length > LongestHeader)
        {
            return false;
        }

        var name = HeaderName.Of(cell.Text);
        return _aliases.Find(name) is not null || (_columns.TryGetValue(cell.Column, out var column) && column.Name.Normal == name.Normal);
    });

    private SheetField FieldAt(Cell cell) => _columns.TryGetValue(cell.Column, out var column) ? column.Field : SheetField.Other;

    [GeneratedRegex("^(?:注|备注|附注|说明|填表说明|填报说明|填写说明|数据来源)\\s*[0-9１-９]?\\s*[:：]")]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?:合|总|小|共)\s*计(?:$|[:：\s0-9（(])")]
    private static partial Regex Total();
}
