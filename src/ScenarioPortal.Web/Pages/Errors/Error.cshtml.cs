using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ScenarioPortal.Web.Pages.Errors;

/// <summary>Says in plain words what went wrong, with a way out and a number that is also in the log. Needs no database.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class ErrorModel(TimeProvider time, ILogger<ErrorModel> log) : PageModel
{
    private const int RetryAfterSeconds = 60;

    public int Status { get; private set; }

    /// <summary>The request's number, such as 20260320-140412-7F2C1A9B.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    /// <summary>When to try again, where that is known.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>The page that was asked for, when asking again may help.</summary>
    public string? Again { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>Without it the framework itself would answer, with a status that says nothing is wrong.</summary>
    public void OnOptions()
    {
    }

    /// <summary>Whatever the method was: what was asked for may have been anything.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Show(Convert.ToInt32(RouteData.Values["status"], CultureInfo.InvariantCulture));

    private void Show(int asked)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var refused = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var now = time.GetUtcNow();
        Status = failed is null && refused is null ? asked : Response.StatusCode;
        Status = Status is >= 400 and <= 599 ? Status : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;

        if (Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            var seconds = int.TryParse(Response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var given) ? given : RetryAfterSeconds;
            Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            RetryAt = now.AddSeconds(seconds);
        }

        var path = failed?.Path ?? refused?.OriginalPath;
        if (HttpMethods.IsGet(Request.Method) && Status is 429 or >= 500 && path is not null)
        {
            Again = $"{Request.PathBase}/{new PathString(path).ToUriComponent().TrimStart('/')}{refused?.OriginalQueryString}";
        }

        LogShown(Status);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Error page {Status}")]
    private partial void LogShown(int status);
}
