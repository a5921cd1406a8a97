using System.Globalization;
using ScenarioPortal.Exchange.Writing.Office;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>The parts of a workbook with some sheets.</summary>
internal static class ListParts
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static OfficePart Workbook { get; } = OfficePart.Main("xl/workbook.xml", $"{Main}.sheet.main+xml");

    public static OfficePart Styles { get; } = Workbook.With("xl/styles.xml", $"{Main}.styles+xml", "styles");

    public static OfficePart Sheet(int number) =>
        Workbook.With(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml"), $"{Main}.worksheet+xml", "worksheet");
}
