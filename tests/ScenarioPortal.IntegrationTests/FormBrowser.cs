using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ScenarioPortal.IntegrationTests;

/// <summary>A browser without a screen that keeps cookies, reads pages and fills in their forms, antiforgery token and all.</summary>
internal sealed class FormBrowser(HttpClient http) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    /// <summary>What came last.</summary>
    public HttpResponseMessage Last { get; private set; } = new();

    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    public HttpStatusCode Status => Last.StatusCode;

    /// <summary>Where the last answer sends the browser, as a path.</summary>
    public string? Location => Last.Headers.Location?.OriginalString;

    public HttpClient Http => http;

    public async Task<FormBrowser> OpenAsync(string address)
    {
        await TakeAsync(await http.GetAsync(address));
        return this;
    }

    /// <summary>Fills in the form of the page at hand and sends it.</summary>
    public async Task<FormBrowser> SendAsync(params (string Name, string Value)[] typed)
    {
        var form = Page.QuerySelectorAll("main form[method=post]:not([data-passkey])")[0];
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(i => i.Type is not "checkbox" || i.IsChecked)
            .Where(i => typed.All(t => t.Name != i.Name)).Select(i => (i.Name!, i.Value)).Concat(typed);
        var address = form.GetAttribute("action") is { Length: > 0 } action ? action : Last.RequestMessage!.RequestUri!.PathAndQuery;
        await SendToAsync(address, fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return this;
    }

    public async Task SendToAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        await TakeAsync(await http.PostAsync(address, new FormUrlEncodedContent(fields)));

    public async Task<FormBrowser> FollowAsync()
    {
        while (Status is HttpStatusCode.Redirect)
        {
            await OpenAsync(Location!);
        }

        return this;
    }

    public void Dispose()
    {
        Last.Dispose();
        http.Dispose();
    }

    private async Task TakeAsync(HttpResponseMessage response)
    {
        Last = response;
        Page = Parser.ParseDocument(await response.Content.ReadAsStringAsync());
    }
}

internal static class FormBrowsers
{
    extension(PortalHost portal)
    {
        /// <summary>A browser in some network: only what stands before the last dot counts.</summary>
        public FormBrowser Forms(string from = "192.0.2.1")
        {
            var http = portal.Browser();
            http.DefaultRequestHeaders.Add(Elsewhere.Header, from);
            return new FormBrowser(http);
        }
    }
}
