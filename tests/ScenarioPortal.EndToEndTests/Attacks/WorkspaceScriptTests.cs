using Microsoft.Playwright;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.IntegrationTests.Rights.Matrix;
using ScenarioPortal.IntegrationTests.Security;
using Xunit;

namespace ScenarioPortal.EndToEndTests.Attacks;

/// <summary>
/// The same where people are signed in: every text that anybody wrote becomes a row of scripts, and every page of the rights matrix is read by those
/// who may see it, as a document that does not run; each face that a page shows to any of them is then opened as a page. Then, with other payloads each
/// time, documents again: a few times each page, and until every field has had every payload one page for each field.
/// </summary>
public sealed class WorkspaceScriptTests(Chromium chromium)
{
    private const int RoundsOfEveryPage = 2;

    private const string Read =
        $$"""
        async paths => {
          const check = document => ({{StoredScriptTests.Foreign}})();
          const faceOf = async page => {
            page.querySelectorAll('input[type=hidden]').forEach(e => e.remove());
            const content = new TextEncoder().encode((page.querySelector('main') ?? page.body).innerHTML);
            return new Uint8Array(await crypto.subtle.digest('SHA-256', content)).join();
          };
          const found = [];
          for (const path of paths) {
            const answer = await fetch(path, { redirect: 'manual' });
            const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html');
            const page = isPage ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
            found.push({ path, status: answer.status, isPage, faults: page ? check(page) : [],
              text: page ? page.body.textContent + [...page.querySelectorAll('input, textarea, option')].map(e => e.value).join('\n') : '',
              face: page ? await faceOf(page) : '' });
          }
          return found;
        }
        """;

    /// <summary>Kept, and shown to nobody who is signed in; the note of a decision stands beside a choice that is decided, and none of these is.</summary>
    private static readonly string[] ShownNowhere = ["capabilities.external_id", "choices.decision_note", "consents.address", "notifications.detail", "opportunities.external_id", "scenarios.name"];

    [Fact]
    public async Task No_text_becomes_part_of_a_page_for_anybody_who_is_signed_in()
    {
        await using var database = new PortalDatabase();
        await database.InitializeAsync();
        await using var portal = await PortalHost.StartAsync(database, services => services.ForMatrix());
        var address = portal.Serve();
        var world = await WorldBuilder.MakeAsync(portal);
        await using var texts = new KeptTexts(portal.Access);
        await using var readers = await Readers.SignInAsync(chromium, address, world);
        Dictionary<string, (string Actor, string Path)> shown = [];

        await texts.BecomeScriptsAsync();
        foreach (var mine in readers.Places.GroupBy(p => p.Actor, p => p.Path))
        {
            foreach (var document in await readers.ReadAsync(mine.Key, [.. mine]))
            {
                foreach (var column in texts.Columns.Where(c => document.Text.Contains(KeptTexts.MarkOf(c.Value), StringComparison.Ordinal)))
                {
                    shown.TryAdd(column.Key, (mine.Key, document.Path));
                }
            }
        }

        await readers.OpenFacesAsync();
        await RepeatAsync(RoundsOfEveryPage, () => [.. readers.Places.DistinctBy(p => p.Path)]);
        await RepeatAsync(Payloads.All.Count, () => [.. texts.Unfinished.Where(shown.ContainsKey).Select(c => shown[c]).Distinct()]);

        TestContext.Current.TestOutputHelper?.WriteLine($"{Payloads.All.Count} payloads in {texts.Columns.Count} fields, {shown.Count} of them shown; {readers.Places.Count} places, {readers.Opened} of them opened, {readers.Count} pages, {readers.Dialogs} dialogs; shown nowhere: {string.Join(", ", texts.Columns.Keys.Except(shown.Keys))}; untouched: {string.Join(", ", texts.Untouched)}; refused: {string.Join(", ", texts.Refused)}; unfinished: {string.Join(", ", texts.Unfinished)}");
        Assert.Empty(readers.Faults.Distinct());
        Assert.Empty(readers.Complaints);
        Assert.Equal(0, readers.Dialogs);
        Assert.Empty(texts.Refused);
        Assert.Empty(texts.Untouched);
        Assert.Empty(texts.Unfinished);
        Assert.Equal(ShownNowhere, texts.Columns.Keys.Except(shown.Keys).Order(StringComparer.Ordinal));

        async Task RepeatAsync(int rounds, Func<IReadOnlyList<(string Actor, string Path)>> due)
        {
            for (var round = 0; round < rounds && texts.Unfinished.Any(); round++)
            {
                // Before they change: what comes last is read too.
                var places = due();
                await texts.BecomeScriptsAsync();
                foreach (var mine in places.GroupBy(p => p.Actor, p => p.Path))
                {
                    await readers.ReadAsync(mine.Key, [.. mine]);
                }
            }
        }
    }

    /// <summary>Everyone of a world in a browser of their own, and what went wrong there.</summary>
    private sealed class Readers : IAsyncDisposable
    {
        private readonly Dictionary<string, Visit> _visits = [];
        private readonly Dictionary<string, Document[]> _read = [];

        public required IReadOnlyList<(string Actor, string Path)> Places { get; init; }

        public int Dialogs { get; private set; }

        public int Count { get; private set; }

        public int Opened { get; private set; }

        public List<string> Faults { get; } = [];

        public IEnumerable<string> Complaints => _visits.SelectMany(v => v.Value.Complaints.Select(c => $"{v.Key}: {c}"));

        public static async Task<Readers> SignInAsync(Chromium chromium, Uri address, World world)
        {
            var readers = new Readers { Places = [.. PlacesOf(world)] };
            foreach (var actor in readers.Places.Select(p => p.Actor).Distinct())
            {
                var visit = readers._visits[actor] = await chromium.VisitAsync(address);
                await visit.Page.Context.AddCookiesAsync(CookiesOf(world.Actors[actor], address));
                visit.Page.Dialog += async (_, dialog) =>
                {
                    readers.Dialogs++;
                    await dialog.DismissAsync();
                };
                await visit.Page.GotoAsync("/privacy");
            }

            return readers;
        }

        public async Task<IReadOnlyList<Document>> ReadAsync(string actor, string[] paths)
        {
            var found = await _visits[actor].Page.EvaluateAsync<Document[]>(Read, paths);
            Count += found.Length;
            _read.TryAdd(actor, found);
            Faults.AddRange(found.Where(d => d.Status != 200).Select(d => $"{actor} {d.Path}: {d.Status}"));
            Faults.AddRange(found.SelectMany(d => d.Faults.Select(f => $"{actor} {d.Path}: {f}")));
            return found;
        }

        /// <summary>Opens what has been read, as pages that run: of pages on which several people see the same, one; and of everyone one at least, for what stands around it.</summary>
        public async Task OpenFacesAsync()
        {
            HashSet<(string Path, string Face)> faces = [];
            foreach (var (actor, documents) in _read)
            {
                var page = _visits[actor].Page;
                foreach (var path in documents.Where(d => d.IsPage).Where((d, at) => faces.Add((d.Path, d.Face)) || at == 0).Select(d => d.Path))
                {
                    await page.GotoAsync(path);
                    Faults.AddRange((await page.EvaluateAsync<string[]>(StoredScriptTests.Foreign)).Select(f => $"{actor} {path}: {f}"));
                    Opened++;
                }

                await page.GotoAsync("/privacy");
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var visit in _visits.Values)
            {
                await visit.DisposeAsync();
            }
        }

        /// <summary>Whatever the matrix says is shown, by everyone who sees it; of what everyone sees, by some who see more of it than others.</summary>
        private static IEnumerable<(string Actor, string Path)> PlacesOf(World world)
        {
            string[] some = ["owner-a", "unverified", "unit-a", "reviewer"];
            return RightsMatrix.Read().Rows.Where(r => r.Verb == "GET" && !r.Address.StartsWith("/api/", StringComparison.Ordinal))
                .SelectMany(r => r.Cells.Where(c => c.Expected == "200" && (some.Contains(c.Principal) || r.Cells[0].Expected != "200")).Select(c => (c.Principal, r.PathIn(world))))
                .Distinct();
        }

        private static IEnumerable<Cookie> CookiesOf(Actor actor, Uri address) => actor.Cookies.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('=', 2))
            .Select(c => new Cookie { Name = c[0], Value = c[1], Domain = address.Host, Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax });
    }

    /// <summary>What the browser tells of one place.</summary>
    private sealed class Document
    {
        public string Path { get; set; } = "";

        public int Status { get; set; }

        public bool IsPage { get; set; }

        public string[] Faults { get; set; } = [];

        public string Text { get; set; } = "";

        /// <summary>The same for what shows the same content, whoever it is shown to.</summary>
        public string Face { get; set; } = "";
    }
}
