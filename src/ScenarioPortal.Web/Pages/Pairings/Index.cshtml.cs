using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>供需配对: what met what, and how far it has come; for members, what is theirs as well.</summary>
internal sealed class IndexModel(PortalDbContext db, TimeProvider time) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public PairingState? State { get; set; }

    /// <summary>Only those in which the person's own organisations take part.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => Now.DayInShanghai();

    public Person Person => HttpContext.Person;

    /// <summary>How many stand at each state, whichever is chosen.</summary>
    public IReadOnlyDictionary<PairingState, int> Counts { get; private set; } = new Dictionary<PairingState, int>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public string Href(PairingState? state, int page = 1) =>
        QueryString.Create(new Dictionary<string, string?>
        {
            ["mine"] = Mine ? "true" : null, ["state"] = state?.ToString(), ["page"] = page > 1 ? $"{page}" : null
        }.Where(v => v.Value is not null)).ToUriComponent() is { Length: > 0 } query ? $"{Links.PairingList}{query}" : Links.PairingList;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Mine = Mine && Person.Seats.Count > 0;
        var pairings = Mine ? db.Pairings.Of(Person) : db.Pairings.Public();
        Counts = await pairings.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        Total = State is { } chosen ? Counts.GetValueOrDefault(chosen) : Counts.Values.Sum();
        Number = Math.Clamp(Number, 1, Pages);
        Rows = await pairings.Where(p => State == null || p.State == State).OrderByDescending(p => p.MovedAt).ThenBy(p => p.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(p => new Row
            {
                Id = p.Id,
                Number = p.Number,
                Need = p.NeedTitle,
                Capability = p.CapabilityTitle,
                Publisher = db.Organisations.Where(o => o.Id == p.PublisherId).Select(o => o.Name).First(),
                Company = db.Organisations.Where(o => o.Id == p.CompanyId).Select(o => o.Name).First(),
                State = p.State,
                BeganAt = p.BeganAt,
                StateSince = p.StateSince,
                StuckAt = p.StuckAt
            }).ToListAsync(cancellation);
    }

    internal sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required string Need { get; init; }

        public required string Capability { get; init; }

        public required string Publisher { get; init; }

        public required string Company { get; init; }

        public required PairingState State { get; init; }

        public required DateTimeOffset BeganAt { get; init; }

        public required DateTimeOffset StateSince { get; init; }

        public DateTimeOffset? StuckAt { get; init; }
    }
}
