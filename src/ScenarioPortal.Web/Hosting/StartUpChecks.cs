using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Hosting;

/// <summary>
/// Settings with which the portal does not start outside development. Within one machine most is left open, so that it can be tried;
/// as soon as it listens to others, or its database is elsewhere, it must be closed.
/// </summary>
internal static class StartUpChecks
{
    /// <exception cref="UnsafeSettingsException">Something is unsafe; the message says what.</exception>
    public static void Require(IConfiguration configuration, bool isDevelopment)
    {
        if (isDevelopment)
        {
            return;
        }

        RequireHostNames(configuration);
        foreach (var proxy in configuration.GetSection(TransportOptions.Section).Get<TransportOptions>()?.TrustedProxies ?? [])
        {
            Require(System.Net.IPAddress.TryParse(proxy, out _) || (System.Net.IPNetwork.TryParse(proxy, out var network) && network.PrefixLength > 0),
                $"Transport:TrustedProxies: “{proxy}” is neither an address nor a network of known proxies such as 10.1.0.0/16.");
        }

        if (configuration.GetConnectionString("Portal") is { Length: > 0 } owner)
        {
            DatabaseChecks.Require(owner, configuration.GetConnectionString("PortalApplication"));
        }
    }

    /// <summary>Links in mail and redirects are made with the host name of the request: it must be one of ours.</summary>
    private static void RequireHostNames(IConfiguration configuration)
    {
        var hosts = configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        Require((hosts.Length > 0 && !hosts.Contains("*")) || Addresses(configuration).All(IsHere),
            "AllowedHosts: the portal listens beyond this machine; name the host names it is reached by, such as portal.example.gov.cn;127.0.0.1.");
    }

    /// <summary>Everything that the portal would listen on.</summary>
    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>().ToList();
        var urls = configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var anyPort = configuration["http_ports"] is { Length: > 0 } || configuration["https_ports"] is { Length: > 0 };
        return endpoints.Count > 0 ? endpoints : urls.Length > 0 ? urls : anyPort ? ["http://*"] : [];
    }

    private static bool IsHere(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && Loopback.Is(url.Host);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new UnsafeSettingsException(otherwise);
        }
    }
}
