using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Web.Security;

/// <summary>
/// Browsers tell here what the content security policy stopped. The log gets the directive and nothing else:
/// addresses and samples in such a report are whatever somebody sent.
/// </summary>
internal static partial class CspReport
{
    private const int LongestReport = 16 << 10;
    private static readonly string[] Names = ["effective-directive", "effectiveDirective", "violated-directive"];

    public static void MapCspReport(this WebApplication app) => app
        .MapPost(SecurityHeaders.ReportAddress, TakeAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpContext context, ILogger<Reported> log, CancellationToken cancellation)
    {
        if (context.Request.ContentLength is null or > LongestReport)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            using var report = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: cancellation);
            Log(log, DirectiveIn(report.RootElement) ?? "unknown");
            return Results.NoContent();
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }
    }

    private static string? DirectiveIn(JsonElement report) => report.ValueKind switch
    {
        JsonValueKind.Array => report.EnumerateArray().Select(DirectiveIn).FirstOrDefault(d => d is not null),
        JsonValueKind.Object when report.TryGetProperty("csp-report", out var body) || report.TryGetProperty("body", out body) => DirectiveIn(body),
        JsonValueKind.Object => Names.Select(n => report.TryGetProperty(n, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null)
            .FirstOrDefault(d => d is not null && Directive().IsMatch(d)),
        _ => null
    };

    [GeneratedRegex("^[a-z-]{3,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex Directive();

    [LoggerMessage(LogLevel.Warning, "The content security policy stopped something: {Directive}")]
    private static partial void Log(ILogger log, string directive);

    /// <summary>The name under which the log has it.</summary>
    internal sealed class Reported;
}
