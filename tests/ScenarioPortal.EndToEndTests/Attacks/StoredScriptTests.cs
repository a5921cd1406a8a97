using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.IntegrationTests.Security;
using Xunit;

namespace ScenarioPortal.EndToEndTests.Attacks;

/// <summary>
/// Hundreds of texts that want to be scripts, in every field of both lists, in names, searches and addresses; then every page that shows any of
/// them is looked at in a browser, by a visitor and by an auditor. Every text is on a page that runs; of pages that only repeat it elsewhere, most
/// are read by the browser as documents.
/// </summary>
public sealed class StoredScriptTests(Chromium chromium)
{
    /// <summary>What a browser would run or fetch if a text had become part of a page.</summary>
    internal const string Foreign =
        """
        () => [...document.querySelectorAll('*')].filter(e =>
            [...e.attributes].some(a => a.name.startsWith('on') || (['href', 'src', 'action', 'formaction', 'data'].includes(a.name) && /^\s*(javascript|vbscript|data):/i.test(a.value)))
            || (e.localName === 'script' && !e.src) || ['iframe', 'object', 'embed', 'base', 'x', 'style', 'video', 'math'].includes(e.localName)).map(e => e.outerHTML.slice(0, 200))
        """;

    /// <summary>Reads a page as a document, which runs nothing.</summary>
    private const string Read =
        $$"""
        async path => {
          const answer = await fetch(path);
          const document = new DOMParser().parseFromString(await answer.text(), 'text/html');
          const links = [...document.querySelectorAll('a[href]')].filter(a => !a.hasAttribute('download')).map(a => new URL(a.getAttribute('href'), answer.url));
          return { place: answer.url, text: document.body.textContent, faults: ({{Foreign}})(),
            links: links.filter(l => l.origin === location.origin).map(l => l.pathname + l.search) };
        }
        """;

    [Fact]
    public async Task No_text_becomes_part_of_a_page_wherever_it_is_kept_or_shown()
    {
        Assert.True(Payloads.All.Count >= 200, $"{Payloads.All.Count}");
        await using var database = new PortalDatabase();
        await database.InitializeAsync();
        await using var portal = await PortalHost.StartAsync(database);
        var address = portal.Serve();
        await FillAsync(portal);

        await using var visit = await chromium.VisitAsync(address);
        var crawl = new Crawl(visit, address);
        await crawl.FollowAsync(["/", "/opportunities", "/opportunities?view=table", "/capabilities", "/capabilities?view=table", "/releases"]);
        foreach (var payload in Payloads.All)
        {
            await crawl.ReadAsync($"/search?q={Uri.EscapeDataString(payload)}");
        }

        foreach (var payload in Payloads.All.Where((_, number) => number % 8 == 0))
        {
            await crawl.OpenAsync($"/search?q={Uri.EscapeDataString(payload)}");
            await crawl.OpenAsync($"/opportunities?q={Uri.EscapeDataString(payload)}&field={Uri.EscapeDataString(payload)}&{Uri.EscapeDataString(payload)}=1");
            await crawl.OpenAsync($"/{Uri.EscapeDataString(payload)}");
            await TryAsync(visit.Page, payload);
            await crawl.LookAsync();
        }

        await using var auditor = await chromium.VisitAsync(address);
        await auditor.SignInAsync(portal, address, StaffRole.AuditAdministrator);
        var audit = new Crawl(auditor, address);
        await audit.FollowAsync(["/audit", $"/audit?actor={Uri.EscapeDataString(Payloads.All[0])}&organisation={Uri.EscapeDataString(Payloads.All[20])}"], within: "/audit");

        Assert.Empty(crawl.Faults.Concat(audit.Faults));
        Assert.Empty(visit.Complaints.Concat(auditor.Complaints));
        await AssertReadableAsync(portal, visit.Page, crawl.Texts);
        Assert.True(crawl.Texts.Count > 2 * Payloads.All.Count, $"{crawl.Texts.Count} pages");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Payloads.All.Count} payloads, {crawl.Texts.Count + audit.Texts.Count} pages, {crawl.Run + audit.Run} of them run, {crawl.Dialogs + audit.Dialogs} dialogs");
        Assert.Equal(0, crawl.Dialogs + audit.Dialogs);
    }

    /// <summary>Every title is on a page, word for word, as text.</summary>
    private static async Task AssertReadableAsync(PortalHost portal, IPage page, Dictionary<string, string> texts)
    {
        var titles = await portal.ReadAsync(async db =>
            (await db.Opportunities.Select(o => new { o.Id, o.Title }).ToListAsync()).Select(o => ($"/opportunities/{o.Id}", o.Title))
            .Concat((await db.Capabilities.Select(c => new { c.Id, c.Title }).ToListAsync()).Select(c => ($"/capabilities/{c.Id}", c.Title))).ToList());
        Assert.True(titles.Count >= Payloads.All.Count, $"{titles.Count}");
        foreach (var (path, title) in titles)
        {
            Assert.True(texts.TryGetValue(path, out var text), $"{path} was not opened");
            Assert.Contains(title, text, StringComparison.Ordinal);
        }

        Assert.False(page.IsClosed);
    }

    private static async Task FillAsync(PortalHost portal)
    {
        var payloads = Payloads.All;
        string At(int number) => payloads[number % payloads.Count];
        static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
        static string Short(string text) => Cut(text, Opportunity.ExternalIdMaxLength);
        var half = (payloads.Count + 1) / 2;
        var needs = Enumerable.Range(0, half).Select(n => JsonSerializer.Serialize(new
        {
            id = Short($"N{n}{At(n + 3)}"),
            title = At(n),
            description = $"{At(n + 1)} {At(n + 2)}",
            publisher = At(n + 4),
            region = Cut(At(n + 5).TrimStart('1'), Scenario.ZoneMaxLength),
            field = At(n + 6),
            required_tech = new[] { Short(At(n + 7)), Short(At(n + 8)) },
            budget = At(n + 9),
            deadline = At(n + 10),
            acceptance_criteria = At(n + 11),
            cooperation = At(n + 12),
            contact = At(n + 13)
        }));
        var offers = Enumerable.Range(half, payloads.Count - half + 5).Select(n => JsonSerializer.Serialize(new
        {
            id = Short($"C{n}{At(n + 3)}"),
            title = At(n),
            description = $"{At(n + 1)} {At(n + 2)}",
            company = At(n + 4),
            region = Cut(At(n + 5).TrimStart('1'), Scenario.ZoneMaxLength),
            field = At(n + 6),
            technologies = new[] { Short(At(n + 7)), Short(At(n + 8)) },
            cases = At(n + 9),
            certifications = At(n + 10),
            contact = At(n + 11),
            advantages = At(n + 12)
        }));
        foreach (var (kind, lines) in ((ListKind, IEnumerable<string>)[])[(ListKind.Opportunities, needs), (ListKind.Capabilities, offers)])
        {
            var report = await portal.ImportAsync(kind, string.Join('\n', lines));
            Assert.True(report.Refused == 0, string.Join('\n', report.Refusals.Select(r => $"{r.Column}: {r.Reason} {r.Value}")));
        }

        await portal.MatchedAsync();
    }

    private static async Task TryAsync(IPage page, string payload)
    {
        await page.GotoAsync("/try");
        await page.Locator("textarea").FillAsync($"{payload} 夜间巡查");
        await page.Locator("main form .btn-primary").ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Opens pages and looks at what became of them.</summary>
    private sealed class Crawl
    {
        private const int MostPages = 1500;
        private const int OthersRunOneIn = 8;
        private const string Matches = "/matches/";
        private readonly Visit _visit;
        private readonly Uri _address;

        public Crawl(Visit visit, Uri address)
        {
            (_visit, _address) = (visit, address);
            visit.Page.Dialog += async (_, dialog) =>
            {
                Dialogs++;
                await dialog.DismissAsync();
            };
        }

        public int Dialogs { get; private set; }

        public List<string> Faults { get; } = [];

        /// <summary>The text of each page that was opened, by its address.</summary>
        public Dictionary<string, string> Texts { get; } = [];

        /// <summary>How many pages were opened to run.</summary>
        public int Run { get; private set; }

        /// <summary>
        /// These pages and every page that they lead to; of the explained matches one for each item, since they multiply and all are one page.
        /// Each item runs, and so does each page of which there is only one; of the others some.
        /// </summary>
        public async Task FollowAsync(IEnumerable<string> beginnings, string within = "/")
        {
            var waiting = new Queue<string>(beginnings);
            var known = waiting.ToHashSet();
            var others = 0;
            while (waiting.TryDequeue(out var next) && Texts.Count < MostPages)
            {
                var links = IsOneOfMany(next) && ++others % OthersRunOneIn != 1 ? await ReadAsync(next) : await OpenAsync(next);
                var own = links.Where(l => l.StartsWith(within, StringComparison.Ordinal) && !IsAnotherFace(l)).ToArray();
                foreach (var link in own.Where(l => !l.StartsWith(Matches, StringComparison.Ordinal)).Concat(own.Where(l => l.StartsWith(Matches, StringComparison.Ordinal)).Take(1)).Where(known.Add))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        /// <summary>Opens a page, and tells where it leads.</summary>
        public async Task<IReadOnlyList<string>> OpenAsync(string path)
        {
            await _visit.Page.GotoAsync(path);
            await LookAsync();
            return await _visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname + a.search)");
        }

        public async Task LookAsync()
        {
            Run++;
            Note(_visit.Page.Url, await _visit.Page.EvaluateAsync<string>("() => document.body.textContent"), await _visit.Page.EvaluateAsync<string[]>(Foreign));
        }

        /// <summary>Reads a page, and tells where it leads.</summary>
        public async Task<IReadOnlyList<string>> ReadAsync(string path)
        {
            var found = await _visit.Page.EvaluateAsync<ReadPage>(Read, path);
            Note(found.Place, found.Text, found.Faults);
            return found.Links;
        }

        private void Note(string place, string text, IEnumerable<string> faults)
        {
            var (path, authority) = (new Uri(place).PathAndQuery, new Uri(place).Authority);
            Texts[path] = text;
            Faults.AddRange(faults.Select(f => $"{path}: {f}"));
            if (authority != _address.Authority)
            {
                Faults.Add($"{path} is elsewhere");
            }
        }

        private static bool IsOneOfMany(string path) => path.Split('/', '?').Any(part => Guid.TryParse(part, out _))
            && !path.StartsWith("/opportunities/", StringComparison.Ordinal) && !path.StartsWith("/capabilities/", StringComparison.Ordinal);

        /// <summary>The same page filtered or sorted otherwise, in another language or size.</summary>
        private static bool IsAnotherFace(string link) => link.Contains('?', StringComparison.Ordinal) && !link.Contains("page=", StringComparison.Ordinal) && !link.Contains("from=", StringComparison.Ordinal);
    }

    /// <summary>What the browser tells of a document.</summary>
    private sealed class ReadPage
    {
        public string Place { get; set; } = "";

        public string Text { get; set; } = "";

        public string[] Faults { get; set; } = [];

        public string[] Links { get; set; } = [];
    }
}
