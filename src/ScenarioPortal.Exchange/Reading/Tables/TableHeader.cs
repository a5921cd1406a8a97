using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>A row read as a header: which column feeds which field.</summary>
internal sealed class TableHeader
{
    private const int FieldsAtLeast = 2;
    private const int Decided = -1;

    /// <summary>Fields that several columns may feed together: 联系人 and 联系电话 are one contact.</summary>
    private static readonly HashSet<SheetField> Joined =
    [
        SheetField.Contact, SheetField.RequiredTech, SheetField.Tech, SheetField.Cases, SheetField.RequiredConditions,
        SheetField.WishedConditions, SheetField.CompanyProfile, SheetField.Qualifications, SheetField.ServiceRegions
    ];

    private TableHeader(int row, IReadOnlyList<HeaderColumn> columns) => (Row, Columns) = (row, columns);

    public int Row { get; }

    public IReadOnlyList<HeaderColumn> Columns { get; }

    /// <summary>How many different fields the row names, numbering not counted.</summary>
    public int Fields => Columns.Select(column => column.Field).Where(Counts).Distinct().Count();

    /// <summary>A header is known by two fields, of which one says what the row is about.</summary>
    public bool IsKnown => Fields >= FieldsAtLeast && Columns.Any(column => column.Field is SheetField.Title or SheetField.Description);

    public static bool MayShare(SheetField field) => Joined.Contains(field);

    public static TableHeader Of(SheetRow row, ListKind list, SheetMapping mapping)
    {
        var aliases = ColumnAliases.Of(list);
        var named = row.Cells.Select(cell => (cell.Column, Name: HeaderName.Of(cell.Text))).ToList();
        var meant = named.ToDictionary(cell => cell.Column, cell => Meaning(cell.Name, aliases, mapping));
        var winners = meant
            .Where(entry => entry.Value is not null)
            .GroupBy(entry => entry.Value!.Field)
            .ToDictionary(group => group.Key, group => group.OrderBy(entry => entry.Value!.Rank).ThenBy(entry => entry.Key).First().Key);
        return new(row.Number, [.. named.Select(cell => new HeaderColumn(cell.Column, cell.Name, Field(cell.Column)))]);

        SheetField Field(int column) => meant[column] switch
        {
            null => SheetField.Other,
            { Field: SheetField.Other or SheetField.Ignored } chosen => chosen.Field,
            var known => winners[known.Field] == column || Joined.Contains(known.Field) ? known.Field : SheetField.Other
        };
    }

    /// <summary>What a person decided comes before every name.</summary>
    private static ColumnAliases.Known? Meaning(HeaderName name, ColumnAliases aliases, SheetMapping mapping) =>
        mapping.TryGet(name, out var decided) ? new(decided, Decided) : aliases.Find(name);

    private static bool Counts(SheetField field) => field is not (SheetField.Other or SheetField.Ignored or SheetField.Serial);
}
