using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Pages.Shared;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Pages;

public sealed class PublicPageTests(PortalDatabase database)
{
    private const string Need =
        """
        {"id":"N1","title":"本地话来电的听写与分派","publisher":"海淀区政务服务中心","region":"北京市海淀区","field":"政务服务","description":"每天约 4800 通来电，三成是方言。希望边听边写，一次派对部门。","contact":"林女士 0000-7654321"}
        """;

    private const string Capability =
        """
        {"id":"C1","company":"听澜语音科技有限公司","field":"人工智能","title":"十一种方言的实时语音识别","description":"来电边听边写，方言听写字准率 91%，自动分派到部门。","trl":8}
        """;

    [Fact]
    public async Task Every_address_that_pages_link_to_leads_to_a_page()
    {
        await using var portal = await WithOnePairAsync();
        var opportunity = await portal.ReadAsync(db => db.Opportunities.SingleAsync());
        var capability = await portal.ReadAsync(db => db.Capabilities.SingleAsync());
        var release = await portal.ReadAsync(db => db.ListReleases.OrderBy(r => r.Id).FirstAsync());

        foreach (var address in (string[])
        [
            Links.Home, Links.OpportunityList, Links.CapabilityList, Links.ReleaseList, Links.Try, $"{Links.Search}?q=方言",
            Links.Opportunity(opportunity.Id), Links.Capability(capability.Id), Links.Match(opportunity.Id, capability.Id), Links.Release(release.Id)
        ])
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await portal.Browser().GetAsync(address)).StatusCode));
        }
    }

    [Fact]
    public async Task What_is_not_public_looks_like_what_does_not_exist()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Need, publish: false);
        var draft = await portal.ReadAsync(db => db.Opportunities.SingleAsync());
        var browser = portal.Browser();

        var hidden = await browser.GetAsync(Links.Opportunity(draft.Id));
        var missing = await browser.GetAsync(Links.Opportunity(Guid.CreateVersion7()));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, missing.StatusCode));
        Assert.DoesNotContain("本地话来电", await hidden.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("本地话来电", await browser.GetStringAsync(Links.OpportunityList), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_stand_in_the_order_asked_for_and_never_show_what_is_not_public()
    {
        await using var portal = await WithOnePairAsync();
        await portal.ImportAsync(ListKind.Opportunities, Need.Replace("N1", "N2", StringComparison.Ordinal).Replace("本地话", "外地话", StringComparison.Ordinal));
        await portal.ImportAsync(ListKind.Opportunities, Need.Replace("N1", "N3", StringComparison.Ordinal).Replace("本地话", "草稿话", StringComparison.Ordinal), publish: false);
        await portal.ImportAsync(ListKind.Capabilities, Capability.Replace("C1", "C2", StringComparison.Ordinal).Replace("十一种", "十二种", StringComparison.Ordinal), publish: false);
        var opportunities = await portal.ReadAsync(db => db.Opportunities.OrderByDescending(o => o.Id).Select(o => new { o.Id, o.Title, o.Status }).ToArrayAsync());
        var capabilities = await portal.ReadAsync(db => db.Capabilities.Select(c => c.Id).ToArrayAsync());

        var needs = await portal.ReadAsync(db => OpportunityCard.OfAsync(db, [.. opportunities.Select(o => o.Id)], CancellationToken.None));
        var offers = await portal.ReadAsync(db => CapabilityCard.OfAsync(db, capabilities, CancellationToken.None));

        Assert.Equal((3, 2), (opportunities.Length, capabilities.Length));
        Assert.Equal(["外地话来电的听写与分派", "本地话来电的听写与分派"], needs.Select(c => c.Title));
        Assert.Equal("十一种方言的实时语音识别", Assert.Single(offers).Title);
    }

    [Fact]
    public async Task A_contact_person_is_masked_for_visitors()
    {
        await using var portal = await WithOnePairAsync();
        var opportunity = await portal.ReadAsync(db => db.Opportunities.SingleAsync());

        var page = await portal.Browser().GetStringAsync(Links.Opportunity(opportunity.Id));

        Assert.Contains("****", page, StringComparison.Ordinal);
        Assert.DoesNotContain("7654321", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_cached_and_shows_a_change_once_the_lists_have_followed()
    {
        await using var portal = await WithOnePairAsync();
        var browser = portal.Browser();
        await browser.GetAsync(Links.OpportunityList);
        var second = await browser.GetAsync(Links.OpportunityList);

        await portal.ImportAsync(ListKind.Opportunities, """{"id":"N2","title":"深基坑变形的无人值守预警","description":"21 个在建深基坑每日人工测一次，暴雨夜测不了。"}""");
        await portal.MatchedAsync();

        Assert.NotNull(second.Headers.Age);
        Assert.Contains("深基坑变形", await browser.GetStringAsync(Links.OpportunityList), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_match_that_is_older_than_its_texts_says_so()
    {
        await using var portal = await WithOnePairAsync();
        var opportunity = await portal.ReadAsync(db => db.Opportunities.SingleAsync());
        var capability = await portal.ReadAsync(db => db.Capabilities.SingleAsync());
        var address = Links.Match(opportunity.Id, capability.Id);
        Assert.DoesNotContain(OlderNotice, await portal.Browser().GetStringAsync(address), StringComparison.Ordinal);

        // Another node is still busy: the text is newer, the stored match is not.
        await portal.ReadAsync(db => db.Matches.ExecuteUpdateAsync(m => m.SetProperty(x => x.OpportunityRevision, 1)));

        Assert.Contains(OlderNotice, await portal.Browser().GetStringAsync($"{address}?page=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_a_language_keeps_the_page_and_its_filters()
    {
        await using var portal = await WithOnePairAsync();

        var response = await portal.Browser().GetAsync("/opportunities?field=government-services&lang=en");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/opportunities?field=government-services", response.Headers.Location?.OriginalString);
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-lang=en", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//evil.example/?lang=en")]
    [InlineData("/%2F%2Fevil.example/?lang=en")]
    public async Task Choosing_a_language_never_leads_to_another_site(string address)
    {
        await using var portal = await PortalHost.StartAsync(database);

        var response = await portal.Browser().GetAsync(new Uri($"http://localhost{address}"));

        Assert.StartsWith("/", response.Headers.Location?.OriginalString ?? "/", StringComparison.Ordinal);
        Assert.False(response.Headers.Location?.OriginalString.StartsWith("//", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/opportunities")]
    [InlineData("/no-such-page")]
    public async Task Every_answer_carries_the_security_headers_also_from_the_cache(string address)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = portal.Browser();
        await browser.GetAsync(address);

        var response = await browser.GetAsync(address);

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_text_that_is_tried_comes_back_with_who_fits_and_stays_in_its_box()
    {
        await using var portal = await WithOnePairAsync();
        const string Text = "热线来电三成是方言，希望边听边写，一次派对部门。";
        var form = new HtmlParser().ParseDocument(await portal.Browser().GetStringAsync(Links.Try));
        var box = form.QuerySelector("textarea")!.GetAttribute("name")!;

        var response = await portal.Browser().PostAsync(Links.Try, new FormUrlEncodedContent([new(box, Text)]));

        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("十一种方言的实时语音识别", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Text, page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await portal.ReadAsync(db => db.Opportunities.CountAsync(o => o.Description == Text)));
    }

    [Fact]
    public async Task An_empty_text_is_answered_at_the_box()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var form = new HtmlParser().ParseDocument(await portal.Browser().GetStringAsync(Links.Try));
        var box = form.QuerySelector("textarea")!.GetAttribute("name")!;

        var response = await portal.Browser().PostAsync(Links.Try, new FormUrlEncodedContent([new(box, " ")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.Equal("true", page.QuerySelector("textarea")!.GetAttribute("aria-invalid"));
    }

    private const string OlderNotice = "有一方的文字刚更新过";

    private async Task<PortalHost> WithOnePairAsync()
    {
        var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Need);
        await portal.ImportAsync(ListKind.Capabilities, Capability);
        await portal.MatchedAsync();
        return portal;
    }
}
