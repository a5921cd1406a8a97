using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ScenarioPortal.Web.Pages.Errors;

/// <summary>Says in plain words what went wrong, with a way out and a number that is also in the log. Needs no database.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class ErrorModel(TimeProvider time, ILogger<ErrorModel> log) : PageModel
{
    private const int RetryAfterMinutes = 1;
    private const int TraceDigits = 6;

    public int Status { get; private set; }

    /// <summary>Time in Shanghai and the end of the trace identifier, such as 20260320-140412-7F2C1A.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>When to try again, where that is known.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>The page that was asked for, when asking again may help.</summary>
    public string? Again { get; private set; }

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int asked)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var refused = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var now = time.GetUtcNow();
        Status = failed is null && refused is null ? asked : Response.StatusCode;
        Status = Status is >= 400 and <= 599 ? Status : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        Reference = ReferenceAt(now);

        if (Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            RetryAt = now.AddMinutes(RetryAfterMinutes);
            if (Response.Headers.RetryAfter.Count == 0)
            {
                Response.Headers.RetryAfter = (RetryAfterMinutes * 60).ToString(CultureInfo.InvariantCulture);
            }
        }

        var path = failed?.Path ?? refused?.OriginalPath;
        if (HttpMethods.IsGet(Request.Method) && Status is 429 or >= 500 && path is not null)
        {
            Again = $"{Request.PathBase}/{new PathString(path).ToUriComponent().TrimStart('/')}{refused?.OriginalQueryString}";
        }

        LogShown(Status, path, Reference);
    }

    private string ReferenceAt(DateTimeOffset now)
    {
        var trace = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier.Replace(":", "", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture,
            $"{now.InShanghai():yyyyMMdd-HHmmss}-{trace[^Math.Min(TraceDigits, trace.Length)..].ToUpperInvariant()}");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Error page {Status} for {Path}, reference {Reference}")]
    private partial void LogShown(int status, string? path, string reference);
}
