using System.Net;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Hosting;

public sealed class HealthTests(PortalDatabase database)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_portal_says_that_it_is_well(string path)
    {
        await using var portal = await PortalHost.StartAsync(database);

        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Without_its_database_the_portal_is_alive_but_not_ready()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = portal.Browser();
        await browser.GetAsync("/health/ready");

        await database.DropAsync(portal.Access);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).StatusCode);
    }
}
