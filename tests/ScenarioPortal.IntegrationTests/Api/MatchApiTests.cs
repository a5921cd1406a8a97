using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ScenarioPortal.Domain.Lists;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Api;

public sealed class MatchApiTests(PortalDatabase database)
{
    [Fact]
    public async Task A_pasted_text_is_answered_with_capabilities_scores_and_reasons()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Capabilities,
            """
            {"id":"C1","company":"听澜语音科技有限公司","field":"人工智能","title":"十一种方言的实时语音识别","description":"来电边听边写，方言听写字准率 91%，自动分派到部门。"}
            {"id":"C2","company":"朱漆标线工程有限公司","field":"交通运输","title":"热熔标线施划","description":"道路标线施工，保用三年。"}
            """);
        await portal.MatchedAsync();

        var response = await portal.Browser().PostAsJsonAsync("/api/v1/match", new { description = "热线来电三成是方言，希望边听边写，一次派对部门。", top = 5 });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var best = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("matches")[0];
        Assert.Equal("C1", best.GetProperty("capability").GetProperty("external_id").GetString());
        Assert.Equal("听澜语音科技有限公司", best.GetProperty("capability").GetProperty("organisation").GetProperty("name").GetString());
        Assert.InRange(best.GetProperty("score").GetDouble(), 0.4, 1);
        var reason = best.GetProperty("reasons")[0];
        Assert.Equal("purpose", reason.GetProperty("criterion").GetString());
        Assert.Equal(["need", "capability"], reason.GetProperty("passages").EnumerateArray().Select(p => p.GetProperty("side").GetString()));
    }

    [Theory]
    [InlineData("{}", "description")]
    [InlineData("{\"description\":\" \"}", "description")]
    [InlineData("{\"description\":\"河道\",\"top\":0}", "top")]
    public async Task What_is_wrong_is_named_by_its_field(string body, string field)
    {
        await using var portal = await PortalHost.StartAsync(database);

        var response = await portal.Browser().PostAsync("/api/v1/match", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Broken_json_is_a_bad_request_and_not_a_failure()
    {
        await using var portal = await PortalHost.StartAsync(database);

        var response = await portal.Browser().PostAsync("/api/v1/match", new StringContent("{\"description\":", System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_interface_describes_itself()
    {
        await using var portal = await PortalHost.StartAsync(database);

        var description = await portal.Browser().GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.True(description.GetProperty("paths").TryGetProperty("/api/v1/match", out _));
    }
}
