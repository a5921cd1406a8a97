using System.Net;
using System.Text;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Security;

public sealed class TransportTests(PortalDatabase database)
{
    [Fact]
    public async Task Where_tls_is_required_pages_lead_to_it_and_nothing_else_does()
    {
        await using var portal = await PortalHost.StartAsync(database, ("Transport:HttpsOnly", "true"));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Serve() };

        var page = await browser.GetAsync("/opportunities?q=1");
        var form = await browser.PostAsync("/try", null);
        var program = await browser.PostAsync("/api/v1/match", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://127.0.0.1/opportunities?q=1"), (page.StatusCode, page.Headers.Location?.OriginalString));
        Assert.Equal("", await page.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (form.StatusCode, program.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).StatusCode);
    }
}
