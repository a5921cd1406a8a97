using System.Text;
using System.Text.Json;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Audit;

/// <summary>What the log of a run holds, and what it must not.</summary>
public sealed class LogTests(PortalDatabase database)
{
    private const string Mail = "lin.lan@mail.example.cn";
    private const string Typed = "独居老人张桂兰";
    private const string Secret = "kT9xVqL2mZr8";

    [Fact]
    public async Task The_log_of_a_run_has_the_request_numbers_and_nothing_that_people_typed()
    {
        await using var portal = await PortalHost.StartAsync(database, ("Logging:File", "true"));
        var account = portal.NewAccount("zhang-guilan");
        await portal.SaveAsync(account);
        await portal.ImportAsync(ListKind.Opportunities, """{"id":"N1","title":"夜间巡查","description":"没有人看","contact":"林女士 0000-7654321"}""");
        var visitor = portal.Browser();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Browser {Typed}");
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("Referer", $"https://evil.example/{Secret}");
        var person = await portal.SignedInAsync(account);

        foreach (var browser in (HttpClient[])[visitor, person])
        {
            await browser.GetAsync($"/search?q={Typed}&mail={Mail}");
            await browser.GetAsync($"/opportunities?q={Mail}");
            await browser.GetAsync($"/sign-in/reset/{Secret}");
            await browser.GetAsync($"/invitations/{Secret}");
            await browser.GetAsync($"/{Typed}/{Mail}?token={Secret}");
            await browser.GetAsync(Links.AuditTrail + $"?actor={Mail}");
            await browser.PostAsync(Links.Try, new FormUrlEncodedContent([new("Text", $"{Typed} {Mail}\r\n[INF] all is well")]));
            await browser.PostAsync("/api/v1/match", new StringContent(JsonSerializer.Serialize(new { description = $"{Typed} {Mail}" }), Encoding.UTF8, "application/json"));
            await browser.SendAsync(new HttpRequestMessage(new HttpMethod("SECRET"), "/"));
        }

        var lines = await WholeLogAsync(portal);
        Assert.Contains(lines, line => line.Contains("\"Route\":\"search\"", StringComparison.Ordinal) && line.Contains("\"Request\":\"20261123-090000-", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            Assert.EndsWith("Z", json.RootElement.GetProperty("@t").GetString(), StringComparison.Ordinal);
            foreach (var kept in (string[])[Mail, Uri.EscapeDataString(Mail), "example.cn", Typed, Uri.EscapeDataString(Typed), "张桂兰", Secret, "林女士", "7654321", "zhang-guilan", "__Host-session"])
            {
                Assert.DoesNotContain(kept, line, StringComparison.OrdinalIgnoreCase);
            }

            Assert.DoesNotContain("SECRET", line, StringComparison.Ordinal);
        }
    }

    /// <summary>The log is written a little behind.</summary>
    private static async Task<string[]> WholeLogAsync(PortalHost portal)
    {
        var folder = Path.Combine(portal.Own, "logs");
        await Eventually.IsTrueAsync(() => Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any(), "a log file");
        var file = Directory.EnumerateFiles(folder).Single();
        await Eventually.IsTrueAsync(() => Read(file).Count(l => l.Contains("answered", StringComparison.Ordinal)) >= 14, "the log of all requests");
        return Read(file);
    }

    private static string[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
