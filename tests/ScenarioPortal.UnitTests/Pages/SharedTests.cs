using System.Text.Encodings.Web;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Web.Pages.Shared;
using Xunit;

namespace ScenarioPortal.UnitTests.Pages;

public sealed class SharedTests
{
    [Fact]
    public void Marked_words_are_encoded_like_all_others()
    {
        var passage = new Passage(Side.Need, "a<b> & <script>", [new(1, 3), new(7, 8)]);

        using var html = new StringWriter();
        Marked.Html(passage).WriteTo(html, HtmlEncoder.Default);

        Assert.Equal("a<mark>&lt;b&gt;</mark> &amp; <mark>&lt;script&gt;</mark>", html.ToString());
    }

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(5, 10, "1 … 4 5 6 … 10")]
    [InlineData(3, 10, "1 2 3 4 … 10")]
    public void A_pager_leaves_out_what_is_far(int page, int pages, string shown) =>
        Assert.Equal(shown, string.Join(' ', PageNumbers.Around(page, pages).Select(n => n?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "…")));
}
