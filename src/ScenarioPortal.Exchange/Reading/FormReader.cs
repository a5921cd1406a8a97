using ScenarioPortal.Exchange.Reading.Rows;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>
/// Reads what was typed into a form as the row that a sheet would have given, by the same rules: both doors have one lock.
/// Texts come by field, each up to <see cref="ReadLimits.CellLength"/> characters; empty ones count as absent, a bare amount of money is in 万元.
/// A refusal or remark names in <c>Column</c> the field's name, such as <c>Budget</c>; there is one row, number 1, without a sheet.
/// </summary>
public static class FormReader
{
    /// <summary>The need that was typed: a <see cref="ReadRow{TRow}"/>, or a <see cref="RefusedRow{TRow}"/> with every fault.</summary>
    public static ReadItem<OpportunityRow> Opportunity(IReadOnlyDictionary<SheetField, string> texts) => Read(texts, OpportunityRows.Make);

    /// <summary>The offer that was typed: a <see cref="ReadRow{TRow}"/>, or a <see cref="RefusedRow{TRow}"/> with every fault.</summary>
    public static ReadItem<CapabilityRow> Capability(IReadOnlyDictionary<SheetField, string> texts) => Read(texts, CapabilityRows.Make);

    private static ReadItem<TRow> Read<TRow>(IReadOnlyDictionary<SheetField, string> texts, Func<FieldValues, RowFindings, TRow> make)
    {
        var values = new FieldValues(sheet: null, row: 1, Enum.GetValues<SheetField>().ToDictionary(field => field, field => (string?)field.ToString()));
        foreach (var (field, text) in texts)
        {
            var clean = CellText.Clean(text);
            if (clean.Length > 0)
            {
                values.Add(field, new FieldValue { Text = clean, Column = field.ToString(), Header = field.ToString(), Unit = field is SheetField.Budget ? MoneyUnit.Wan : MoneyUnit.None });
            }
        }

        var findings = new RowFindings(values.Origin);
        var row = make(values, findings);
        return findings.Refusals.Count > 0 ? new RefusedRow<TRow>(values.Origin, findings.Refusals) : new ReadRow<TRow>(row, findings.Remarks);
    }
}
