using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ScenarioPortal.Web.Hosting;

/// <summary>How much of a request the server takes in before anybody has looked at it. Pages that take files raise the body's limit for themselves.</summary>
internal static class ServerLimits
{
    public const int RequestBodyMax = 1 << 20;
    private const int HeadersMax = 1 << 15;
    private const int HeaderCountMax = 60;
    private const int UsualConnections = 5000;
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan KeptAlive = TimeSpan.FromMinutes(2);

    public static void Set(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBodyMax;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeadersMax;
        kestrel.Limits.MaxRequestHeaderCount = HeaderCountMax;
        kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
        kestrel.Limits.KeepAliveTimeout = KeptAlive;
        kestrel.Limits.MaxConcurrentConnections = configuration.GetValue("Transport:Connections", UsualConnections);
    }
}
