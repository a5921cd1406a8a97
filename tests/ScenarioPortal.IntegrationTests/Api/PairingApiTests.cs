using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ScenarioPortal.IntegrationTests.Pairings;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Api;

public sealed class PairingApiTests(PortalDatabase database)
{
    private const string Path = "/api/v1/pairings";

    [Fact]
    public async Task The_public_list_is_answered_with_the_filters_of_the_page()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await Crowd.MakeAsync(portal);
        var browser = portal.Browser();

        var all = await browser.GetFromJsonAsync<JsonElement>($"{Path}?sort=began");

        Assert.Equal((4, 1, 20), (all.GetProperty("total").GetInt32(), all.GetProperty("page").GetInt32(), all.GetProperty("pageSize").GetInt32()));
        Assert.Equal(["2026-对-0007", "2026-对-0002", "2026-对-0001", "2025-对-0003"], Numbers(all));
        var stuck = all.GetProperty("items")[1];
        Assert.Equal("电梯里有人晕倒", stuck.GetProperty("opportunity").GetProperty("title").GetString());
        Assert.Equal("朝阳区民政局", stuck.GetProperty("opportunity").GetProperty("organisation").GetProperty("name").GetString());
        Assert.Equal(("110105", "Engaged", true), (stuck.GetProperty("region").GetProperty("code").GetString(), stuck.GetProperty("step").GetString(), stuck.GetProperty("stuck").GetBoolean()));
        Assert.Equal(["Interested", "Engaged"], stuck.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("step").GetString()));
        Assert.False(stuck.TryGetProperty("field", out _));
        Assert.False(all.GetProperty("items")[0].TryGetProperty("stuck", out _));

        Assert.Equal(["2025-对-0003"], await NumbersAsync("step=Terminated"));
        Assert.Equal(["2026-对-0001"], await NumbersAsync("reached=Piloting&field=care&region=110105&year=2026"));
        Assert.Equal(["2026-对-0007"], await NumbersAsync("q=无人艇 电梯"));
        Assert.Equal(["2026-对-0007"], await NumbersAsync("updatedSince=2026-11-21T10:00:00+08:00"));
        Assert.Equal(["2026-对-0001"], await NumbersAsync("sort=began&pageSize=1&page=3"));
        Assert.Empty(await NumbersAsync("pageSize=3&page=3"));
        Assert.Equal(4, (await NumbersAsync("reviewed=true&mine=true")).Length);

        async Task<string[]> NumbersAsync(string query) => Numbers(await browser.GetFromJsonAsync<JsonElement>($"{Path}?{query}"));
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=x", "page")]
    [InlineData("pageSize=101", "pageSize")]
    [InlineData("updatedSince=gestern", "updatedSince")]
    public async Task What_cannot_be_read_is_named(string query, string name)
    {
        await using var portal = await PortalHost.StartAsync(database);

        var answer = await portal.Browser().GetAsync($"{Path}?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(name, out _));
    }

    private static string[] Numbers(JsonElement answer) => [.. answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()!)];
}
