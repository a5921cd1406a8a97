namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>
/// A company over several rows without merging: where 公司名称 and 序号 are both empty and the row above has a company, the
/// row is that company's too. A sheet without 序号 gives no such sign, so nothing is guessed there.
/// </summary>
internal sealed class CompanyAbove(TableHeader header)
{
    private static readonly SheetField[] OfTheCompany =
        [SheetField.Company, SheetField.CompanyCode, SheetField.CompanyProfile, SheetField.Qualifications];

    private readonly bool _isNumbered = header.Columns.Any(column => column.Field == SheetField.Serial);
    private FieldValues? _above;

    /// <summary>Gives the row its company; the company's name when it came from above.</summary>
    public string? Lend(FieldValues row)
    {
        var above = _above;
        _above = row;
        if (!_isNumbered || row[SheetField.Company] is not null || row[SheetField.Serial] is not null
            || above?[SheetField.Company] is null || above.Origin.Row != row.Origin.Row - 1)
        {
            return null;
        }

        foreach (var field in OfTheCompany)
        {
            if (row[field] is null && above[field] is { } value)
            {
                row.Add(field, value);
            }
        }

        return row.Line(SheetField.Company);
    }
}
