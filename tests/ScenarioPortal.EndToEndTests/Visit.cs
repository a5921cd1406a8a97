using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ScenarioPortal.EndToEndTests;

/// <summary>One visitor's tab, and what the browser complained about while it was open.</summary>
public sealed partial class Visit : IAsyncDisposable
{
    public const string LanguageCookie = "__Host-lang";

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => NoteIf(message.Type is "error" or "warning" && !IsAboutThePageItself(message), message.Text);
        page.PageError += (_, error) => NoteIf(true, error);

        // A visitor who goes on before everything has loaded breaks the rest off.
        page.RequestFailed += (_, request) => NoteIf(request.Failure is not "net::ERR_ABORTED", $"{request.Url}: {request.Failure}");
        page.Response += (_, response) => NoteIf(response.Status >= 400 && !response.Request.IsNavigationRequest, $"{response.Url}: {response.Status}");
    }

    public IPage Page { get; }

    /// <summary>Errors in the console, refusals by the content security policy, files that did not load.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Forgets everything but the language and what the browser has fetched, as if somebody else sat down here.</summary>
    public async Task BeginAgainAsync(Visitor visitor)
    {
        await Page.GotoAsync("about:blank");
        await _context.ClearCookiesAsync(new() { NameRegex = AllButLanguage() });
        await Page.SetViewportSizeAsync(visitor.Width, visitor.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = visitor.Colours is Colours.Dark ? ColorScheme.Dark : ColorScheme.Light });
        _complaints.Clear();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>An error page is itself an answer with an error status, which the console mentions.</summary>
    private bool IsAboutThePageItself(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);

    private void NoteIf(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            _complaints.Add(text);
        }
    }

    [GeneratedRegex($"^(?!{LanguageCookie}$)")]
    private static partial Regex AllButLanguage();
}
