using System.Text;

namespace ScenarioPortal.UnitTests.Exchange.Files;

/// <summary>An old Excel file (BIFF8) with one sheet: text, numbers, dates and merged ranges, as WPS writes them.</summary>
internal static class XlsBuilder
{
    private const short General = 0;
    private const short Date = 1;

    public static byte[] Of(object?[][] rows, params (short Top, short Bottom, short Left, short Right)[] merged)
    {
        var globals = Globals(sheetAt: 0).Length;
        return OleBuilder.Of("Workbook", [.. Globals(globals), .. Sheet(rows, merged)]);
    }

    public static byte[] Locked() => OleBuilder.Of("Workbook", [.. Record(0x809, Beginning(0x5)), .. Record(0x2F, [1, 0, 1, 0, 1, 0, .. new byte[48]]), .. Record(0x0A, [])]);

    private static byte[] Globals(int sheetAt) =>
    [
        .. Record(0x809, Beginning(0x5)),
        .. Record(0x42, BitConverter.GetBytes((short)1200)),
        .. Record(0xE0, Format(0)),
        .. Record(0xE0, Format(14)),
        .. Record(0x85, [.. BitConverter.GetBytes(sheetAt), 0, 0, 4, 1, .. Encoding.Unicode.GetBytes("能力清单")]),
        .. Record(0x0A, [])
    ];

    private static byte[] Sheet(object?[][] rows, (short Top, short Bottom, short Left, short Right)[] merged) =>
    [
        .. Record(0x809, Beginning(0x10)),
        .. Record(0x200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Length), 0, 0, .. BitConverter.GetBytes((short)rows.Max(row => row.Length)), 0, 0]),
        .. rows.Index().SelectMany(row => row.Item.Index().Where(cell => cell.Item is not null).SelectMany(cell => Cell((short)row.Index, (short)cell.Index, cell.Item!))),
        .. Record(0xE5, [.. BitConverter.GetBytes((short)merged.Length), .. merged.SelectMany(range =>
            new[] { range.Top, range.Bottom, range.Left, range.Right }.SelectMany(BitConverter.GetBytes))]),
        .. Record(0x0A, [])
    ];

    private static byte[] Cell(short row, short column, object value) => value switch
    {
        string text => Record(0x204, [.. Place(row, column, General), .. BitConverter.GetBytes((short)text.Length), 1, .. Encoding.Unicode.GetBytes(text)]),
        DateOnly date => Record(0x203, [.. Place(row, column, Date), .. BitConverter.GetBytes(date.ToDateTime(TimeOnly.MinValue).ToOADate())]),
        _ => Record(0x203, [.. Place(row, column, General), .. BitConverter.GetBytes(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))])
    };

    private static byte[] Place(short row, short column, short format) =>
        [.. BitConverter.GetBytes(row), .. BitConverter.GetBytes(column), .. BitConverter.GetBytes(format)];

    private static byte[] Beginning(short type) => [0, 6, .. BitConverter.GetBytes(type), 0xBB, 0x0D, 0xCC, 0x07, .. new byte[8]];

    private static byte[] Format(short format) => [0, 0, .. BitConverter.GetBytes(format), .. new byte[16]];

    private static byte[] Record(short type, byte[] content) => [.. BitConverter.GetBytes(type), .. BitConverter.GetBytes((short)content.Length), .. content];
}
