using DocumentFormat.OpenXml.Spreadsheet;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>How the cells of a released list look, by number.</summary>
internal static class WorkbookStyles
{
    public const uint Title = 1;
    public const uint Note = 2;
    public const uint Proof = 3;
    public const uint Heading = 4;
    public const uint Text = 5;
    public const uint QuotedText = 6;

    /// <summary>Several lines; text, whatever it begins with.</summary>
    public const uint Cover = 7;

    private const int Chinese = 134;
    private const string Song = "仿宋";
    private const string Black = "黑体";
    private const uint AsText = 49;

    public static Stylesheet Sheet() => new(
        new Fonts(Font(Song, 10.5), Font(Black, 18), Font(Song, 10.5), Font(Song, 8, "FF4B5563"), Font(Black, 10.5)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF3F4F6" }) { PatternType = PatternValues.Solid })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(font: 0),
            Format(font: 1, new() { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center }),
            Format(font: 2, new() { Vertical = VerticalAlignmentValues.Center }),
            Format(font: 3, new() { Vertical = VerticalAlignmentValues.Center }),
            Format(font: 4, new() { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center, WrapText = true }, fill: 2, border: 1),
            Format(font: 0, new() { Vertical = VerticalAlignmentValues.Top, WrapText = true }, border: 1, number: AsText),
            Format(font: 0, new() { Vertical = VerticalAlignmentValues.Top, WrapText = true }, border: 1, number: AsText, quoted: true),
            Format(font: 0, new() { Vertical = VerticalAlignmentValues.Top, WrapText = true }, number: AsText, quoted: true)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Font Font(string name, double size, string colour = "FF000000") => new(
        new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = name }, new FontFamilyNumbering { Val = name == Black ? 2 : 1 }, new FontCharSet { Val = Chinese });

    private static CellFormat Format(uint font, Alignment? alignment = null, uint fill = 0, uint border = 0, uint number = 0, bool quoted = false) => new(alignment is null ? [] : [alignment])
    {
        NumberFormatId = number,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        ApplyNumberFormat = number > 0,
        ApplyFont = true,
        ApplyFill = fill > 0,
        ApplyBorder = border > 0,
        ApplyAlignment = alignment is not null,
        QuotePrefix = quoted ? true : null
    };
}
