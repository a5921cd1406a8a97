using System.Buffers;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>
/// A title for text that has none: what stands before the first ：, : , ， or line break, cut to at most 40 characters,
/// at punctuation where there is any.
/// </summary>
internal static partial class TitleText
{
    public const int MaxLength = 40;

    private static readonly SearchValues<char> FirstEnds = SearchValues.Create("：:，,\n");
    private static readonly SearchValues<char> SoftEnds = SearchValues.Create("、；;。.！!？? ");

    public static string From(string description)
    {
        var text = Numbering().Replace(CellText.Clean(description), "");
        var end = text.AsSpan().IndexOfAny(FirstEnds);
        var title = CellText.OneLine(end > 0 ? text[..end] : text).TrimEnd('。', '；', ';');
        if (title.Length <= MaxLength)
        {
            return title;
        }

        var cut = title.AsSpan(0, MaxLength).LastIndexOfAny(SoftEnds);
        return cut > 0 ? CellText.Clean(title[..cut]) : CellText.Clean(title[..(MaxLength - 1)]) + "…";
    }

    [GeneratedRegex(@"^(?:[0-9０-９]{1,2}[.．、)）](?![0-9])|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]、?|[①-⑳]|[一二三四五六七八九十]{1,2}、|[·•●])\s*")]
    private static partial Regex Numbering();
}
