using DocumentFormat.OpenXml.Wordprocessing;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>The typefaces of official documents, each with what stands in for it where it is not installed.</summary>
internal static class DocumentFonts
{
    public const string Title = "方正小标宋简体";
    public const string Song = "仿宋";
    public const string Black = "黑体";
    public const string Latin = "Times New Roman";

    private const string ChineseCharacters = "86";

    public static Fonts Table() => new(
        Of(Title, "宋体", FontFamilyValues.Roman),
        Of(Song, "FangSong_GB2312", FontFamilyValues.Modern),
        Of(Black, "SimHei", FontFamilyValues.Swiss),
        new Font(new FontFamily { Val = FontFamilyValues.Roman }, new Pitch { Val = FontPitchValues.Variable }) { Name = Latin });

    private static Font Of(string name, string otherwise, FontFamilyValues family) =>
        new(new AltName { Val = otherwise }, new FontCharSet { Val = ChineseCharacters }, new FontFamily { Val = family }, new Pitch { Val = FontPitchValues.Variable }) { Name = name };
}
