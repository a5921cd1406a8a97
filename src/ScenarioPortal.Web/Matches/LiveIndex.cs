using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Text;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// This node's copy of what is public: the match index, the two catalogues and the code lists. It is rebuilt from PostgreSQL at start and follows
/// the outbox feed from then on; it is a cache and never a source.
/// </summary>
internal sealed partial class LiveIndex(
    IDbContextFactory<PortalDbContext> databases, OutboxFeed feed, TextAnalyzer analyzer, CodeBooks codeBooks, EmbeddingOptions embedding, TimeProvider time,
    ILogger<LiveIndex> log) : IDisposable
{
    private readonly SemaphoreSlim _taking = new(1, 1);
    private readonly SemaphoreSlim _listing = new(1, 1);
    private readonly Dictionary<Guid, OpportunityItem> _opportunities = [];
    private readonly Dictionary<Guid, CapabilityItem> _capabilities = [];

    /// <summary>How often something was taken in, and how often that was when the lists were made.</summary>
    private int _taken;
    private int _listed = -1;
    private DateTimeOffset _lookedAt;
    private DateTimeOffset _tookAt;

    /// <summary>By the need that they are about: it is named when one changes.</summary>
    private readonly Dictionary<Guid, IReadOnlyList<PairingItem>> _pairings = [];

    private int _pairingsTaken;
    private int _pairingsListed = -1;

    public Matcher Matcher { get; } = new(analyzer);

    public Lists Current { get; private set; } = new();

    /// <summary>A fingerprint of the thesaurus that is in use here.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When everything that was committed had last been taken in.</summary>
    public DateTimeOffset CaughtUpAt { get; private set; }

    /// <summary>When something was last taken in.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The number of the last change that was taken in.</summary>
    public long LastChange => feed.Position?.Newest ?? 0;

    /// <summary>Raised after the lists were replaced.</summary>
    public event Func<CancellationToken, ValueTask>? Replaced;

    /// <summary>Reads everything once.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        _lookedAt = _tookAt = time.GetUtcNow();
        await feed.StartAsync(cancellation);
        await ReadAllAsync(cancellation);
        await ListAsync(cancellation);
    }

    /// <summary>Takes in whatever was committed since the last call, lists included. Safe to call from anywhere; callers wait for one another.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await TakeInAsync(cancellation);
        await ListAsync(cancellation);
    }

    /// <summary>
    /// Takes in whatever was committed since the last call, for matching and search. The lists, whose facets and orders are counted anew as a whole,
    /// follow in <see cref="CatchUpAsync"/>: with a hundred thousand capabilities that takes longer than all the rest.
    /// </summary>
    public async Task TakeInAsync(CancellationToken cancellation)
    {
        await _taking.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            var news = await feed.ReadAsync(cancellation);
            if (news.IsAnotherDatabase)
            {
                Replacing(LastChange, news.Position.LastNumber);
                await ReadAllAsync(cancellation);
            }
            else if (news.Changes.Count > 0)
            {
                await TakeAsync(news.Changes, cancellation);
            }

            if (news.IsAnotherDatabase || news.Changes.Count > 0)
            {
                _taken++;
                _tookAt = now;
            }

            // Only now: what could not be taken in is told again.
            feed.Take(news);
            _lookedAt = now;
        }
        finally
        {
            _taking.Release();
        }
    }

    /// <summary>Reads the thesaurus and the code lists again, whether or not somebody told of a change.</summary>
    public async Task ReadWordsAsync(CancellationToken cancellation)
    {
        await _taking.WaitAsync(cancellation);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            await ReadWordsAsync(db, cancellation);
        }
        finally
        {
            _taking.Release();
        }
    }

    /// <summary>What was committed and is not taken in yet.</summary>
    public async Task<IndexLag> LagAsync(CancellationToken cancellation)
    {
        var news = await feed.ReadAsync(cancellation);
        return new IndexLag(news.Changes.Count, news.IsAnotherDatabase, time.GetUtcNow() - CaughtUpAt);
    }

    public void Dispose()
    {
        _taking.Dispose();
        _listing.Dispose();
    }

    private async Task ReadWordsAsync(PortalDbContext db, CancellationToken cancellation)
    {
        codeBooks.Replace(await CodeBook.ReadAsync(db, cancellation));
        Matcher.Use(codeBooks.Current.Thesaurus);

        // Only now: nothing is ever judged by older words than it says.
        Words = JudgingProgram.Fingerprint(codeBooks.Current.Thesaurus);
    }

    /// <summary>Reads everything; what is here and public no longer, or never was in this database, is forgotten.</summary>
    private async Task ReadAllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await ReadWordsAsync(db, cancellation);
        var (needs, offers) = (await db.NeedsAsync(null, embedding.Model, cancellation), await db.OffersAsync(null, embedding.Model, cancellation));
        Take(needs, offers, _opportunities.Keys.Except(needs.Select(n => n.Opportunity.Id)), _capabilities.Keys.Except(offers.Select(o => o.Capability.Id)));
        _pairings.Clear();
        Take(await db.ItemsAsync(db.Pairings.Public(), cancellation), []);
    }

    private async Task TakeAsync(IReadOnlyList<(OutboxKind Kind, Guid SubjectId)> changes, CancellationToken cancellation)
    {
        var opportunityIds = IdsOf(OutboxKind.OpportunityChanged);
        var capabilityIds = IdsOf(OutboxKind.CapabilityChanged);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (changes.Any(c => c.Kind is OutboxKind.WordsChanged))
        {
            await ReadWordsAsync(db, cancellation);
        }

        var needs = opportunityIds.Length == 0 ? [] : await db.NeedsAsync(opportunityIds, embedding.Model, cancellation);
        var offers = capabilityIds.Length == 0 ? [] : await db.OffersAsync(capabilityIds, embedding.Model, cancellation);
        Take(needs, offers, opportunityIds.Except(needs.Select(n => n.Opportunity.Id)), capabilityIds.Except(offers.Select(o => o.Capability.Id)));
        if (opportunityIds.Length > 0)
        {
            Take(await db.ItemsAsync(db.Pairings.Public().Where(p => opportunityIds.Contains(p.OpportunityId)), cancellation), opportunityIds);
        }

        Guid[] IdsOf(OutboxKind kind) => [.. changes.Where(c => c.Kind == kind).Select(c => c.SubjectId).Distinct()];
    }

    private void Take(
        IReadOnlyList<NeedSource> needs, IReadOnlyList<CapabilitySource> offers, IEnumerable<Guid> goneNeeds, IEnumerable<Guid> goneOffers)
    {
        var codes = codeBooks.Current;
        var changes = new MatcherChanges
        {
            Needs = [.. needs.Select(n => n.ToDocument(codes))],
            Capabilities = [.. offers.Select(o => o.ToDocument(codes))],
            RemovedNeeds = [.. goneNeeds],
            RemovedCapabilities = [.. goneOffers]
        };
        Matcher.Apply(changes);

        foreach (var need in needs)
        {
            _opportunities[need.Opportunity.Id] = need.ToItem();
        }

        foreach (var offer in offers)
        {
            _capabilities[offer.Capability.Id] = offer.ToItem();
        }

        foreach (var id in changes.RemovedNeeds)
        {
            _opportunities.Remove(id);
        }

        foreach (var id in changes.RemovedCapabilities)
        {
            _capabilities.Remove(id);
        }
    }

    /// <param name="pairings">All that are public of some needs.</param>
    /// <param name="needs">Those needs.</param>
    private void Take(IReadOnlyList<PairingItem> pairings, IEnumerable<Guid> needs)
    {
        var present = pairings.ToLookup(p => p.OpportunityId);
        foreach (var need in needs.Where(n => !present.Contains(n)))
        {
            _pairingsTaken += _pairings.Remove(need) ? 1 : 0;
        }

        foreach (var ofNeed in present)
        {
            _pairings[ofNeed.Key] = [.. ofNeed];
            _pairingsTaken++;
        }
    }

    /// <summary>Replaces the lists when they are not of what was taken in last, or of another day.</summary>
    private async Task ListAsync(CancellationToken cancellation)
    {
        await _listing.WaitAsync(cancellation);
        try
        {
            var today = time.Today;
            var taken = await TakenAsync(today, cancellation);
            if (taken.Number != _listed || Current.Day != today)
            {
                Current = new Lists
                {
                    Day = today,
                    Opportunities = OpportunityItem.List(taken.Opportunities, today),
                    Capabilities = CapabilityItem.List(taken.Capabilities, today),
                    Pairings = taken.Pairings is { } pairings ? new PairingBook(pairings, today) : Current.Pairings
                };
                if (Replaced is { } replaced)
                {
                    await replaced(cancellation);
                }

                (_listed, _pairingsListed) = (taken.Number, taken.PairingsNumber);
            }

            (CaughtUpAt, ChangedAt) = (taken.LookedAt, taken.TookAt);
        }
        finally
        {
            _listing.Release();
        }
    }

    /// <summary>What lists are made of, as of one moment; without the items when the lists are of just these.</summary>
    private async Task<Taken> TakenAsync(DateOnly today, CancellationToken cancellation)
    {
        await _taking.WaitAsync(cancellation);
        try
        {
            var sameDay = Current.Day == today;
            var same = _taken == _listed && sameDay;
            return new Taken
            {
                Number = _taken,
                Opportunities = same ? [] : [.. _opportunities.Values],
                Capabilities = same ? [] : [.. _capabilities.Values],
                PairingsNumber = _pairingsTaken,
                Pairings = _pairingsTaken == _pairingsListed && sameDay ? null : [.. _pairings.Values.SelectMany(p => p)],
                LookedAt = _lookedAt,
                TookAt = _tookAt
            };
        }
        finally
        {
            _taking.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database is not the one that was followed so far (last change taken in {Taken}, last number now {Now}): it was restored, replaced or started anew. Everything is read again")]
    private partial void Replacing(long taken, long now);

    /// <summary>The public lists as of one moment.</summary>
    internal sealed record Lists
    {
        public DateOnly Day { get; init; }

        public CatalogueList Opportunities { get; init; } = OpportunityItem.List([], default);

        public CatalogueList Capabilities { get; init; } = CapabilityItem.List([], default);

        public PairingBook Pairings { get; init; } = new([], default);
    }

    private sealed record Taken
    {
        public required int Number { get; init; }

        public required OpportunityItem[] Opportunities { get; init; }

        public required CapabilityItem[] Capabilities { get; init; }

        public required int PairingsNumber { get; init; }

        /// <summary>Null when they are those that are listed.</summary>
        public required PairingItem[]? Pairings { get; init; }

        public required DateTimeOffset LookedAt { get; init; }

        public required DateTimeOffset TookAt { get; init; }
    }
}
