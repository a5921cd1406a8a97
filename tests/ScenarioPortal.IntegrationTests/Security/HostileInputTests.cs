using System.Net;
using System.Text;
using System.Text.Json;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Security;

public sealed class HostileInputTests(PortalDatabase database)
{
    private static readonly string[] Texts =
    [
        "\0", "a\0b", "\u202e反", "\ud800", "\ufffe\uffff", "\u0001\u001b[31m", "%00", "%zz", ".*+(((", "[a-", "(?:a+)+$", "'; DROP TABLE accounts; --", "' OR 1=1 --", "\\", "%", "_", "*", "\"", "‘’“”",
        "a\r\nSet-Cookie: x=y", "\ufeff", "𠮷𠮷𠮷", "👩‍👩‍👧‍👦", new string('a', 5000) + "!", new string('汉', 3000), string.Concat(Enumerable.Repeat("e\u0301", 500))
    ];

    private static readonly string[] Numbers = ["2147483648", "-1", "0", "1e9", "9223372036854775808", "NaN", "", " ", "０", "1,000", "0x10", "99999999999999999999999", "1;2", "null"];

    private static readonly string[] Redirects =
    [
        "//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "%2f%2fevil.example", "/%09/evil.example", "https:evil.example", "/%5cevil.example",
        "javascript:alert(1)", "//evil.example%2f@localhost", "/\t/evil.example", "http:////evil.example", "////evil.example", "https://localhost@evil.example"
    ];

    [Fact]
    public async Task No_text_in_any_field_of_a_list_or_search_is_too_much_for_it()
    {
        await using var portal = await FilledAsync();
        var browser = portal.Browser();

        foreach (var text in Texts)
        {
            var q = EscapedUtf16(text);
            foreach (var address in (string[])
            [
                $"/search?q={q}", $"/opportunities?q={q}", $"/capabilities?q={q}", $"/opportunities?field={q}", $"/opportunities?region={q}", $"/opportunities?sort={q}", $"/opportunities?{q}={q}",
                $"/capabilities?trl={q}", $"/opportunities?view={q}", $"/opportunities?lang={q}", $"/opportunities?elder={q}", $"/{q}", $"/opportunities/{q}", $"/api/v1/match?lang={q}"
            ])
            {
                // A path with NUL does not even get to a server in memory; a real one refuses it, as the raw sockets show.
                if (!address.Split('?')[0].Contains("%00", StringComparison.Ordinal))
                {
                    await AssertAnsweredAsync(browser.GetAsync(address), address);
                }
            }

            await AssertAnsweredAsync(browser.PostAsync(Links.Try, new StringContent($"Input.Text={q}&Input.Region={q}&Input.Field={q}", Encoding.ASCII, "application/x-www-form-urlencoded")), "try");
            await AssertAnsweredAsync(browser.PostAsync("/api/v1/match", Json(new { title = Whole(text), description = Whole(text), field = Whole(text), region = Whole(text), required_tech = new[] { Whole(text) } })), "match");
        }
    }

    [Fact]
    public async Task A_text_of_a_mebibyte_is_refused_and_not_a_failure()
    {
        await using var portal = await FilledAsync();
        var large = new string('a', 1 << 20);
        var browser = portal.Browser();

        foreach (var answer in (HttpResponseMessage[])
        [
            await browser.PostAsync(Links.Try, new FormUrlEncodedContent([new("Input.Text", large)])),
            await browser.PostAsync("/api/v1/match", Json(new { description = large }))
        ])
        {
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{answer.StatusCode}");
        }
    }

    [Fact]
    public async Task No_number_is_too_large_too_small_or_no_number_at_all()
    {
        await using var portal = await FilledAsync();
        var browser = portal.Browser();

        foreach (var number in Numbers.Select(Uri.EscapeDataString))
        {
            foreach (var address in (string[])[$"/opportunities?page={number}", $"/capabilities?page={number}&trl={number}", $"/search?q=a&page={number}", $"/error/{number}"])
            {
                await AssertAnsweredAsync(browser.GetAsync(address), address);
            }
        }

        foreach (var top in (object[])[int.MaxValue, int.MinValue, 0, -1, 9223372036854775807, 1.5, "10", true])
        {
            await AssertAnsweredAsync(browser.PostAsync("/api/v1/match", Json(new { description = "巡查", top })), $"top {top}");
        }
    }

    [Fact]
    public async Task The_same_name_twice_is_one_answer_and_never_a_failure()
    {
        await using var portal = await FilledAsync();
        var browser = portal.Browser();

        foreach (var address in (string[])["/search?q=巡查&q=水务", "/opportunities?page=1&page=2", "/opportunities?sort=new&sort=old&view=table&view=list", "/opportunities?q=巡查&Q=水务", "/opportunities?q[]=巡查&q.x=1"])
        {
            await AssertAnsweredAsync(browser.GetAsync(address), address);
        }

        var both = await browser.PostAsync($"{Links.Try}?Input.Text=来自地址", new FormUrlEncodedContent([new("Input.Text", "夜间巡查"), new("Input.Text", "第二个")]));
        Assert.DoesNotContain("来自地址", await both.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_decoded_once_is_not_decoded_again()
    {
        await using var portal = await FilledAsync();

        var page = await portal.Browser().GetStringAsync("/search?q=%253Cscript%253E");

        Assert.Contains("%3Cscript%3E", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_redirect_leads_to_another_site()
    {
        await using var portal = await FilledAsync();
        var browser = portal.Browser();

        foreach (var target in Redirects)
        {
            foreach (var address in (string[])[$"/?lang=en&returnUrl={Uri.EscapeDataString(target)}", $"/{target}?lang=en", $"/sign-in?returnUrl={Uri.EscapeDataString(target)}", $"/me?returnUrl={Uri.EscapeDataString(target)}"])
            {
                if (!Uri.TryCreate($"https://localhost{address}", UriKind.Absolute, out var asked) || asked.Host != "localhost")
                {
                    continue;
                }

                var answer = await browser.GetAsync(asked);
                if (answer.Headers.Location is { } location)
                {
                    var seen = location.OriginalString.Replace('\\', '/').Replace("\t", "", StringComparison.Ordinal);
                    Assert.True(seen.StartsWith('/') && !seen.StartsWith("//", StringComparison.Ordinal), $"{address} leads to {location.OriginalString}");
                }
            }
        }
    }

    [Theory]
    [InlineData("/.git/HEAD")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/ScenarioPortal.Web.dll")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/css/")]
    [InlineData("/lib/")]
    [InlineData("/uploads/")]
    [InlineData("/swagger")]
    [InlineData("/metrics")]
    [InlineData("/health")]
    [InlineData("/_framework/aspnetcore-browser-refresh.js")]
    [InlineData("/data/regions.csv")]
    public async Task What_is_no_page_of_the_portal_is_not_there(string address)
    {
        await using var portal = await PortalHost.StartAsync(database);

        var answer = await portal.Browser().GetAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, null), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private static StringContent Json(object value) => new(JsonSerializer.Serialize(value), Encoding.UTF8, "application/json");

    private static string Whole(string text) => text.Replace("\ud800", "\ufffd", StringComparison.Ordinal);

    /// <summary>Escaped byte by byte, also where the text is none.</summary>
    private static string EscapedUtf16(string text) => text.Contains('\ud800', StringComparison.Ordinal) ? "%ED%A0%80" : text is "%00" or "%zz" ? text : Uri.EscapeDataString(text);

    private static async Task AssertAnsweredAsync(Task<HttpResponseMessage> asking, string what)
    {
        var answer = await asking;
        Assert.True((int)answer.StatusCode < 500, $"{what}: {(int)answer.StatusCode}");
    }

    private async Task<PortalHost> FilledAsync()
    {
        var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, """{"id":"N1","title":"夜间巡查","publisher":"海淀区城管委","description":"夜里没有人看。"}""");
        await portal.ImportAsync(ListKind.Capabilities, """{"id":"C1","company":"巡游科技有限公司","title":"巡查机器人","description":"夜里自己走。"}""");
        await portal.MatchedAsync();
        return portal;
    }
}
