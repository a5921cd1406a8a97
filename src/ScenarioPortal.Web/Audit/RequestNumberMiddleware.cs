using Serilog.Context;

namespace ScenarioPortal.Web.Audit;

/// <summary>Gives each request its number, and every line that it logs.</summary>
internal sealed class RequestNumberMiddleware(RequestDelegate next, TimeProvider time)
{
    public const string LogProperty = "Request";

    public async Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier = RequestNumber.New(time.GetUtcNow());
        using (LogContext.PushProperty(LogProperty, context.TraceIdentifier))
        {
            await next(context);
        }
    }
}
