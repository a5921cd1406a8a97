using System.Net;
using System.Text.RegularExpressions;

namespace ScenarioPortal.IntegrationTests;

/// <summary>Fills in forms as a browser does: with the token of the page on which they stand.</summary>
internal static partial class Forms
{
    extension(HttpClient browser)
    {
        /// <summary>Opens the page, and posts to it or to the address given.</summary>
        public async Task<HttpResponseMessage> SubmitAsync(string page, IEnumerable<KeyValuePair<string, string>> fields, string? to = null) =>
            await browser.PostAsync(to ?? page, new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", await browser.TokenAsync(page))]));

        /// <summary>The token of a form on this page.</summary>
        public async Task<string> TokenAsync(string page)
        {
            var html = await browser.GetStringAsync(page);
            return Token().Match(html) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"No form on {page}.");
        }

        /// <summary>The page as its reader sees it, without character references.</summary>
        public async Task<string> ReadAsync(string page) => WebUtility.HtmlDecode(await browser.GetStringAsync(page));
    }

    public static async Task<string> ReadAsync(this HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
