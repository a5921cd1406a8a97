using System.Globalization;

namespace ScenarioPortal.Web.Api;

/// <summary>What other systems may ask: under /api/v1, described at /openapi/v1.json.</summary>
internal static class PortalApi
{
    public const string RateLimit = "api";
    private const int UsualRequestsPerMinute = 300;

    public static void AddPortalApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddOpenApi("v1");
        services.AddSingleton<MatchRequestValidator>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        });
    }

    public static int RequestsPerMinute(IConfiguration configuration) => configuration.GetValue("Api:RequestsPerMinute", UsualRequestsPerMinute);

    public static void MapPortalApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var api = app.MapGroup("/api/v1").AllowAnonymous().RequireRateLimiting(RateLimit).AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers["X-RateLimit-Limit"] = RequestsPerMinute(app.Configuration).ToString(CultureInfo.InvariantCulture);
            return await next(context);
        });
        api.MapPost("/match", MatchEndpoint.Answer).WithName("Match").WithSummary("Which capabilities fit this text, and why. Nothing is stored.")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/pairings", PairingEndpoint.Answer).WithName("Pairings").WithSummary("Pairings that both sides show: q, step, field, region, year, reached, ended, stuck, sort, page, pageSize, updatedSince.")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/showcases", ShowcaseEndpoint.Answer).WithName("Showcases").WithSummary("Released showcases, with what was measured: q, field, region, page, pageSize.")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status429TooManyRequests);
    }
}
