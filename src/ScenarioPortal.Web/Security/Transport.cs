using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ScenarioPortal.Web.Security;

/// <summary>Who asks and over what, before anything else is looked at.</summary>
internal static class Transport
{
    public static void UseTransport(this WebApplication app)
    {
        var options = app.Configuration.GetSection(TransportOptions.Section).Get<TransportOptions>() ?? new TransportOptions();
        if (options.TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders(ForwardedFrom(options.TrustedProxies));
        }

        if (options.HttpsOnly)
        {
            app.Use(HttpsOnlyAsync);
        }
    }

    private static ForwardedHeadersOptions ForwardedFrom(string[] proxies)
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            forwarded.KnownIPNetworks.Add(IPNetwork.TryParse(proxy, out var network) ? network : NetworkOf(IPAddress.Parse(proxy)));
        }

        return forwarded;
    }

    private static IPNetwork NetworkOf(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);

    /// <summary>A program that sends secrets without TLS must notice, so it is not led on; the machine asks itself for its health.</summary>
    private static Task HttpsOnlyAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.IsHttps || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        var isPage = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        if (isPage)
        {
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = $"https://{request.Host.Host}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString}";
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Task.CompletedTask;
    }
}
