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
    IDbContextFactory<PortalDbContext> databases, OutboxFeed feed, TextAnalyzer analyzer, CodeBooks codeBooks, TimeProvider time,
    ILogger<LiveIndex> log) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Dictionary<Guid, OpportunityItem> _opportunities = [];
    private readonly Dictionary<Guid, CapabilityItem> _capabilities = [];

    /// <summary>By the need that they are about: it is named when one changes.</summary>
    private readonly Dictionary<Guid, IReadOnlyList<PairingItem>> _pairings = [];

    private bool _pairingsChanged = true;

    public Matcher Matcher { get; } = new(analyzer);

    public Lists Current { get; private set; } = new();

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
        var now = time.GetUtcNow();
        await feed.StartAsync(cancellation);
        await ReadAllAsync(cancellation);
        await ReplaceListsAsync(cancellation);
        CaughtUpAt = ChangedAt = now;
    }

    /// <summary>Takes in whatever was committed since the last call. Safe to call from anywhere; callers wait for one another.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
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

            var changed = news.IsAnotherDatabase || news.Changes.Count > 0;
            if (changed || Current.Day != time.Today)
            {
                await ReplaceListsAsync(cancellation);
            }

            // Only now: what could not be taken in is told again.
            feed.Take(news);
            (CaughtUpAt, ChangedAt) = (now, changed ? now : ChangedAt);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>What was committed and is not taken in yet.</summary>
    public async Task<IndexLag> LagAsync(CancellationToken cancellation)
    {
        var news = await feed.ReadAsync(cancellation);
        return new IndexLag(news.Changes.Count, news.IsAnotherDatabase, time.GetUtcNow() - CaughtUpAt);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task ReadWordsAsync(PortalDbContext db, CancellationToken cancellation)
    {
        codeBooks.Replace(await CodeBook.ReadAsync(db, cancellation));
        Matcher.Use(codeBooks.Current.Thesaurus);
    }

    /// <summary>Reads everything; what is here and public no longer, or never was in this database, is forgotten.</summary>
    private async Task ReadAllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await ReadWordsAsync(db, cancellation);
        var (needs, offers) = (await db.NeedsAsync(null, cancellation), await db.OffersAsync(null, cancellation));
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

        var needs = opportunityIds.Length == 0 ? [] : await db.NeedsAsync(opportunityIds, cancellation);
        var offers = capabilityIds.Length == 0 ? [] : await db.OffersAsync(capabilityIds, cancellation);
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
            _pairingsChanged |= _pairings.Remove(need);
        }

        foreach (var ofNeed in present)
        {
            _pairings[ofNeed.Key] = [.. ofNeed];
            _pairingsChanged = true;
        }
    }

    private async Task ReplaceListsAsync(CancellationToken cancellation)
    {
        var today = time.Today;
        Current = new Lists
        {
            Day = today,
            Opportunities = OpportunityItem.List([.. _opportunities.Values], today),
            Capabilities = CapabilityItem.List([.. _capabilities.Values], today),
            Pairings = _pairingsChanged || Current.Day != today ? new PairingBook([.. _pairings.Values.SelectMany(p => p)], today) : Current.Pairings
        };
        _pairingsChanged = false;
        if (Replaced is { } replaced)
        {
            await replaced(cancellation);
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
}
