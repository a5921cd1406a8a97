using Microsoft.AspNetCore.Html;
using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Web.Pages.Shared;

internal static class Marked
{
    /// <summary>A single character is part of the computation but tells a reader nothing.</summary>
    private const int ShortestMark = 2;

    /// <summary>The words with what carries the judgement marked; everything else is encoded as text.</summary>
    public static IHtmlContent Html(Passage passage)
    {
        var html = new HtmlContentBuilder(3 * passage.Highlights.Count + 1);
        var end = 0;
        foreach (var (start, length) in passage.Highlights.Where(h => h.Length >= ShortestMark))
        {
            html.Append(passage.Text[end..start]).AppendHtml("<mark>").Append(passage.Text.Substring(start, length)).AppendHtml("</mark>");
            end = start + length;
        }

        return html.Append(passage.Text[end..]);
    }
}
