using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ScenarioPortal.Web.Hosting;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// Under which address people reach the portal, for links in mails: <c>Site:Address</c> of the settings, else where it listens. Never what a request
/// calls it, because anybody may send a request that calls it something else.
/// </summary>
internal sealed class PortalAddress(IConfiguration? configuration = null, IServer? server = null)
{
    public string Of(string path)
    {
        var here = configuration?["Site:Address"] is { Length: > 0 } named ? named
            : server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? ServerOptions.UsualUrl;
        return here.TrimEnd('/') + path;
    }
}
