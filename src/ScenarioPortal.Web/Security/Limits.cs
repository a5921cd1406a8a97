using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Api;

namespace ScenarioPortal.Web.Security;

/// <summary>Slows down who asks too much, each kind of request by itself, visitors by their network and people by their account.</summary>
internal static class Limits
{
    public static void AddPortalLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(LimitOptions.Section).Get<LimitOptions>() ?? new LimitOptions();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RefuseAsync;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, options));
            limiter.AddPolicy(PortalApi.RateLimit, context => PartitionOf(
                Asker.Of(context), new LimitOptions.Budget(PortalApi.RequestsPerMinute(configuration), TimeSpan.FromMinutes(1))));
        });
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, LimitOptions options)
    {
        var traffic = options.Enabled ? context.Traffic : Traffic.Reading;
        var budgets = context.Person.IsVisitor ? options.Visitors : options.SignedIn;
        return budgets.Of(traffic) is { } budget ? PartitionOf($"{traffic} {Asker.Of(context)}", budget) : RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> PartitionOf(string key, LimitOptions.Budget budget) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = budget.Requests, Window = budget.Per });

    /// <summary>A page gets its words from the error page, a program a problem to read.</summary>
    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var given) ? given : TimeSpan.FromMinutes(1);
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (context.Traffic is Traffic.Api)
        {
            await Results.Problem(statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
        }
    }
}
