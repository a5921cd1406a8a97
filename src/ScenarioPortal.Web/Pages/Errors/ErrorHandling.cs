namespace ScenarioPortal.Web.Pages.Errors;

/// <summary>Turns failures and bare status codes into readable pages; the API answers for itself.</summary>
internal static class ErrorHandling
{
    public static void UseErrorPages(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
        pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error/500",
                StatusCodeSelector = StatusOf,
                AllowStatusCode404Response = true
            });
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when DatabaseAway.IsCauseOf(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError
    };
}
