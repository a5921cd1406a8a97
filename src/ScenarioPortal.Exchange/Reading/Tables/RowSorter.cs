using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>Sorts a sheet's rows into fields, as its header says.</summary>
internal sealed partial class RowSorter(string? sheet, TableHeader header)
{
    private readonly Dictionary<int, HeaderColumn> _columns = header.Columns.ToDictionary(column => column.Column);
    private readonly Dictionary<SheetField, string?> _fields =
        header.Columns.GroupBy(column => column.Field).ToDictionary(group => group.Key, string? (group) => group.First().Label);

    public FieldValues Sort(SheetRow row)
    {
        var values = new FieldValues(sheet, row.Number, _fields);
        foreach (var cell in row.Cells)
        {
            if (NothingToSay().IsMatch(cell.Text))
            {
                continue;
            }

            var column = _columns.GetValueOrDefault(cell.Column);
            var value = new FieldValue
            {
                Text = cell.Text,
                Column = column?.Label ?? ColumnLetter.Of(cell.Column),
                Header = column?.Name.Written ?? ColumnLetter.Of(cell.Column),
                Unit = column?.Name.Unit ?? default
            };
            if (cell.IsError)
            {
                values.Errors.Add(value);
            }
            else
            {
                values.Add(column?.Field ?? SheetField.Other, value);
            }
        }

        return values;
    }

    /// <summary>Strokes that people draw through an empty cell, and the words by which the portal's own lists say that nothing is stated.</summary>
    [GeneratedRegex(@"^(?:[-–—―/\\]{1,4}|未注明)$")]
    private static partial Regex NothingToSay();
}
