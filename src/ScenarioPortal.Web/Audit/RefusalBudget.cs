using System.Threading.RateLimiting;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Audit;

/// <summary>How many refusals are noted one by one. A robot that tries addresses all day fills no disk: what goes beyond is counted in the next entry.</summary>
internal sealed class RefusalBudget(int each = RefusalBudget.EachPerMinute, int all = RefusalBudget.AllPerMinute) : IDisposable
{
    public const int EachPerMinute = 20;
    public const int AllPerMinute = 300;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.CreateChained(
        Limiter(Asker.Of, each), Limiter(_ => "", all));

    private int _skipped;

    /// <summary>How many were not noted since the last that was; null when this one is not noted either.</summary>
    public int? Take(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            return Interlocked.Exchange(ref _skipped, 0);
        }

        Interlocked.Increment(ref _skipped);
        return null;
    }

    public void Dispose() => _limiter.Dispose();

    private static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string> key, int perMinute) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(key(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Minute }));
}
