using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Workbooks;
using ScenarioPortal.Exchange.Writing.Office;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>Cells of text: what looks like a formula is marked as typed with an apostrophe, and is not computed.</summary>
internal static class ListCells
{
    public static Cell Of(int column, int row, string text, uint? style = null) =>
        new(new InlineString(new Text(EscapedText.Encode(PlainText.Of(text))) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = string.Create(CultureInfo.InvariantCulture, $"{ColumnLetter.Of(column)}{row}"),
            StyleIndex = style ?? (LooksLikeFormula(text) ? ListStyles.QuotedText : ListStyles.Text),
            DataType = CellValues.InlineString
        };

    public static Cell Fault(int column, int row, string text) => Of(column, row, text, LooksLikeFormula(text) ? ListStyles.QuotedFault : ListStyles.Fault);

    private static bool LooksLikeFormula(string text) => CellGuard.Text(text) != text;
}
