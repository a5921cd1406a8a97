namespace ScenarioPortal.Web.Security;

/// <summary>
/// What every answer tells the browser to refuse. No page has inline script or style, so no nonce is needed and pages can be cached.
/// Stands before everything else, so that the server's own refusals carry it too.
/// </summary>
internal sealed class SecurityHeaders : IStartupFilter
{
    public const string ReportAddress = "/csp-report";
    private const string HstsForAYear = "max-age=31536000; includeSubDomains";
    private const string CspReports = "csp";

    private const string ContentSecurityPolicy =
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + $"object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; report-uri {ReportAddress}; report-to {CspReports}";

    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), "
        + "midi=(), payment=(), serial=(), usb=()";

    /// <summary>Added when the answer starts, because an error page clears the headers set before it.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            context.Response.OnStarting(static state =>
            {
                AddTo((HttpContext)state);
                return Task.CompletedTask;
            }, context);
            return following(context);
        });
        next(app);
    };

    private static void AddTo(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        if (headers.ContentType.ToString() is { } type && type.StartsWith("text/", StringComparison.Ordinal) && !type.Contains("charset", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentType = $"{type}; charset=utf-8";
        }

        headers["Reporting-Endpoints"] = $"{CspReports}=\"{ReportAddress}\"";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps && !Loopback.Is(context.Request.Host.Host))
        {
            headers.StrictTransportSecurity = HstsForAYear;
        }
    }
}
