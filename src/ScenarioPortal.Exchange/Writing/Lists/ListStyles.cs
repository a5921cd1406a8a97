using DocumentFormat.OpenXml.Spreadsheet;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>How the cells of a list that goes out to be filled in or put right look, by number.</summary>
internal static class ListStyles
{
    public const uint Heading = 1;
    public const uint Needed = 2;
    public const uint Text = 3;
    public const uint QuotedText = 4;
    public const uint Fault = 5;
    public const uint QuotedFault = 6;

    private const uint AsText = 49;

    public static Stylesheet Sheet() => new(
        new Fonts(Font(false), Font(true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFF3F4F6"), Solid("FFFFF7ED"), Solid("FFFFC7CE")),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(Format(0, 0, false), Format(1, 2, false), Format(1, 3, false), Format(0, 0, false), Format(0, 0, true), Format(0, 4, false), Format(0, 4, true)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Font Font(bool bold)
    {
        var font = new Font(new FontSize { Val = 11 }, new Color { Rgb = "FF000000" }, new FontName { Val = "等线" }, new FontCharSet { Val = 134 });
        if (bold)
        {
            font.InsertAt(new Bold(), 0);
        }

        return font;
    }

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static CellFormat Format(uint font, uint fill, bool quoted) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
    {
        NumberFormatId = AsText,
        FontId = font,
        FillId = fill,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = fill > 0,
        ApplyAlignment = true,
        QuotePrefix = quoted ? true : null
    };
}
