using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ScenarioPortal.Web.Hosting;

/// <summary>The answer of a health check as plain text: the state, and below it what each check that is not well says.</summary>
internal static class HealthAnswer
{
    public static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(string.Join('\n',
        [
            report.Status.ToString(),
            .. from entry in report.Entries
               where entry.Value.Status is not HealthStatus.Healthy
               select string.Create(CultureInfo.InvariantCulture, $"{entry.Key}: {entry.Value.Description}")
        ]));
    }
}
