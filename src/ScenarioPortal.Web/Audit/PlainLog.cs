using Serilog.AspNetCore;
using Serilog.Core;
using Serilog.Events;

namespace ScenarioPortal.Web.Audit;

/// <summary>Keeps what people typed out of the log: no addresses as they were asked for, no query strings, only the kind of address.</summary>
internal sealed class PlainLog : ILogEventEnricher
{
    /// <summary>The framework puts these on every line of a request.</summary>
    private static readonly string[] Typed = ["RequestPath", "RequestId", "ConnectionId"];

    private static readonly string[] KnownMethods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var name in Typed)
        {
            logEvent.RemovePropertyIfPresent(name);
        }
    }

    /// <summary>One line for each request that was not answered from the cache.</summary>
    public static void Configure(RequestLoggingOptions logging, Serilog.ILogger log)
    {
        logging.Logger = log;
        logging.IncludeQueryInRequestPath = false;
        logging.MessageTemplate = "{Method} {Route} answered {StatusCode} in {Elapsed:0} ms";
        logging.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new("Method", new ScalarValue(MethodOf(context))),
            new("Route", new ScalarValue(context.Features.Get<AskedRoute>()?.Template)),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed))
        ];
    }

    /// <summary>A method may be any word, so only known ones are written down.</summary>
    public static string MethodOf(HttpContext context) => Array.Find(KnownMethods, m => HttpMethods.Equals(m, context.Request.Method)) ?? "other";
}
