using System.Collections.Frozen;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>
/// The pairings that somebody may see, as of one moment: the list with its counts, and the figures. Both are made of the same items, so each
/// figure is as large as the list that it opens.
/// </summary>
internal sealed class PairingBook
{
    /// <summary>So many of each step are named on a board.</summary>
    private const int Named = 15;

    private readonly Lazy<PairingFigures> _figures;
    private readonly Lazy<IReadOnlyList<BoardStep>> _board;
    private readonly Lazy<IReadOnlyList<Guid>> _longestStuck;

    /// <param name="items">What there is.</param>
    /// <param name="today">By which it is told what is stuck.</param>
    /// <param name="own">Organisations whose turn comes first in the list.</param>
    public PairingBook(IReadOnlyList<PairingItem> items, DateOnly today, IEnumerable<Guid>? own = null)
    {
        (Items, Today) = (items, today);
        List = ListOf(items, today, own?.ToFrozenSet());
        _figures = new(() => PairingFigures.Of(items, today));
        _board = new(() => BoardOf(items, today));
        _longestStuck = new(() => [.. items.Where(i => i.IsStuck(today)).OrderBy(i => i.StuckAt).ThenBy(i => i.Id).Take(Named).Select(i => i.Id)]);
    }

    public IReadOnlyList<PairingItem> Items { get; }

    public DateOnly Today { get; }

    public CatalogueList List { get; }

    public PairingFigures Figures => _figures.Value;

    /// <summary>The steps at which something is still to be done, in their order.</summary>
    public IReadOnlyList<BoardStep> Board => _board.Value;

    /// <summary>Some of those that are stuck, the longest first.</summary>
    public IReadOnlyList<Guid> LongestStuck => _longestStuck.Value;

    /// <summary>What words and conditions beside the facets leave; null when there are none.</summary>
    public IReadOnlyList<Guid>? Hits(ListFilter filter, DateTimeOffset? updatedSince = null)
    {
        var words = filter.Words?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var (answered, missed) = (UnitsOf(filter, ListShape.Answered), UnitsOf(filter, ListShape.Missed));
        return words.Length == 0 && answered is null && missed is null && updatedSince is null ? null :
        [
            .. Items.Where(i => (updatedSince is null || i.MovedAt >= updatedSince) && words.All(i.Speaks)
                && (answered is null || i.Answers().Any(a => a.Days is not null && answered.Contains(a.Organisation)))
                && (missed is null || i.Answers().Any(a => a.Days is null && missed.Contains(a.Organisation)))).Select(i => i.Id)
        ];
    }

    private static IReadOnlyList<BoardStep> BoardOf(IReadOnlyList<PairingItem> items, DateOnly today)
    {
        var steps = items.ToLookup(i => i.State);
        return
        [
            .. Enum.GetValues<PairingState>().Where(s => s.IsLeft).Select(s => new BoardStep(s, steps[s].Count(), steps[s].Count(i => i.IsStuck(today)),
                [.. steps[s].OrderBy(i => i.StuckAt ?? i.AnswerDueAt ?? DateTimeOffset.MaxValue).ThenBy(i => i.Id).Take(Named).Select(i => i.Id)]))
        ];
    }

    private static HashSet<Guid>? UnitsOf(ListFilter filter, string name) =>
        filter.Chosen.TryGetValue(name, out var values) ? [.. values.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)] : null;

    private static CatalogueList ListOf(IReadOnlyList<PairingItem> items, DateOnly today, FrozenSet<Guid>? own)
    {
        Dictionary<string, int[]> orders = new()
        {
            ["moved"] = Order(i => -i.MovedAt.UtcTicks),
            ["longest"] = Order(i => (i.IsUnderWay ? 0 : 1, i.BeganAt.UtcTicks)),
            ["began"] = Order(i => -i.BeganAt.UtcTicks)
        };
        if (own is not null)
        {
            orders["urgency"] = Order(i => Urgency(i, own));
        }

        return new CatalogueList(
            items.Select(i => i.Id),
            [
                Facet.Over(ListShape.Step, items, i => [i.State.ToString()]),
                Facet.Over(ListShape.Field, items, i => [i.FieldCode ?? ListShape.NotStated]),
                Facet.Over(ListShape.Region, items, i => RegionValues.Of(i.RegionCode)),
                Facet.Over(ListShape.Year, items, i => [i.Year]),
                Facet.Over(ListShape.Reached, items, i => Funnel.ReachedBy(i.Steps).Select(s => s.ToString())),
                Facet.Over(ListShape.EndedAt, items, i => i.State.IsExit ? Funnel.ReachedBy(i.Steps).TakeLast(1).Select(s => s.ToString()) : []),
                Facet.Over(ListShape.Stuck, items, i => i.IsStuck(today) ? [ListShape.Yes] : [])
            ],
            orders);

        int[] Order<TKey>(Func<PairingItem, TKey> key) => DayRotation.Order(items, today, key, i => i.Id);

        // What waits for this side by its hour, then what is stuck by how long, then what moved last.
        (int, long) Urgency(PairingItem item, FrozenSet<Guid> organisations) =>
            item.Waits(organisations) ? (0, item.AnswerDueAt?.UtcTicks ?? long.MaxValue)
            : item.IsStuck(today) ? (1, item.StuckAt!.Value.UtcTicks)
            : (2, -item.MovedAt.UtcTicks);
    }
}

/// <summary>What stands at one step.</summary>
/// <param name="State">The step.</param>
/// <param name="Count">How many.</param>
/// <param name="Stuck">How many of them for longer than they should.</param>
/// <param name="First">Some of them: what should have been done first.</param>
internal sealed record BoardStep(PairingState State, int Count, int Stuck, IReadOnlyList<Guid> First);
