using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>A row sorted into fields, whatever kind of file it came from.</summary>
internal sealed class FieldValues(string? sheet, int row, IReadOnlyDictionary<SheetField, string?> columns)
{
    private readonly Dictionary<SheetField, FieldValue> _values = [];
    private readonly Dictionary<string, string> _other = [];

    public RowOrigin Origin => new() { Sheet = sheet, Row = row, Serial = Line(SheetField.Serial) };

    public IReadOnlyDictionary<string, string> Other => _other;

    /// <summary>Cells whose formula failed; they count as empty.</summary>
    public List<FieldValue> Errors { get; } = [];

    public FieldValue? this[SheetField field] => _values.GetValueOrDefault(field);

    /// <summary>True when the table has a column for the field, filled in this row or not.</summary>
    public bool HasColumn(SheetField field) => columns.ContainsKey(field);

    /// <summary>“B 场景名称” where the table has a column for the field, filled in this row or not.</summary>
    public string? ColumnOf(SheetField field) => columns.GetValueOrDefault(field);

    public string? Text(SheetField field) => this[field]?.Text;

    public string? Line(SheetField field) => this[field] is { } value ? CellText.OneLine(value.Text) : null;

    /// <summary>Takes the value; a second one for the same field is joined on a new line.</summary>
    public void Add(SheetField field, FieldValue value)
    {
        if (field == SheetField.Other)
        {
            Keep(value.Header, value.Text);
        }
        else if (field != SheetField.Ignored)
        {
            _values[field] = _values.TryGetValue(field, out var before) ? before.JoinedWith(value) : value;
        }
    }

    /// <summary>Keeps words that no field takes.</summary>
    public void Keep(string header, string text) =>
        _other[header] = _other.TryGetValue(header, out var before) && before != text ? $"{before}\n{text}" : text;
}
