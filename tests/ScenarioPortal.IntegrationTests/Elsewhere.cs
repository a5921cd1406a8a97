using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ScenarioPortal.IntegrationTests;

/// <summary>Lets browsers without a screen come from different networks: the test server has no sockets whose address would say it.</summary>
internal sealed class Elsewhere : IStartupFilter
{
    public const string Header = "Test-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            context.Connection.RemoteIpAddress ??= IPAddress.Parse(context.Request.Headers[Header].FirstOrDefault() ?? "192.0.2.1");
            return rest(context);
        });
        next(app);
    };
}
