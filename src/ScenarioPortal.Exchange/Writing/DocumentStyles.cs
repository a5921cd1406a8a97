using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>How the lines of an annex look, by name.</summary>
internal static class DocumentStyles
{
    public const string Annex = "Annex";
    public const string Title = "AnnexTitle";
    public const string Note = "AnnexNote";
    public const string Cover = "AnnexCover";
    public const string Heading = "AnnexHeading";
    public const string Cell = "AnnexCell";
    public const string Name = "AnnexName";
    public const string Proof = "AnnexProof";
    public const string Foot = "AnnexFoot";

    private const int HalfPoints = 2;

    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                FontsOf(DocumentFonts.Song), Size(10.5), SizeOfOthers(10.5), new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "300", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Of(Annex, DocumentFonts.Black, 16, after: 240),
        Of(Title, DocumentFonts.Title, 20, after: 360, centred: true, bold: true),
        Of(Note, DocumentFonts.Song, 10.5, after: 160),
        Of(Cover, DocumentFonts.Song, 12, after: 240),
        Of(Heading, DocumentFonts.Black, 10.5, centred: true),
        Of(Cell, DocumentFonts.Song, 10.5),
        Of(Name, DocumentFonts.Song, 10.5, bold: true),
        Of(Proof, DocumentFonts.Song, 8, before: 160),
        Of(Foot, DocumentFonts.Song, 10.5, centred: true));

    private static Style Of(string name, string font, double size, int before = 0, int after = 0, bool centred = false, bool bold = false)
    {
        var paragraph = new StyleParagraphProperties(new SpacingBetweenLines { Before = Whole(before), After = Whole(after) });
        var run = new StyleRunProperties(FontsOf(font));
        if (centred)
        {
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        }

        if (bold)
        {
            run.Append(new Bold(), new BoldComplexScript());
        }

        run.Append(Size(size), SizeOfOthers(size));
        return new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = name, CustomStyle = true };
    }

    private static RunFonts FontsOf(string font) => new() { Ascii = DocumentFonts.Latin, HighAnsi = DocumentFonts.Latin, EastAsia = font, ComplexScript = DocumentFonts.Latin };

    private static FontSize Size(double points) => new() { Val = Whole(points * HalfPoints) };

    private static FontSizeComplexScript SizeOfOthers(double points) => new() { Val = Whole(points * HalfPoints) };

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
