namespace ScenarioPortal.Matching.Market;

/// <summary>
/// All that could go together at once: needs, capabilities that each can take on so many, and the arcs between them, laid out need by need.
/// An arc's worth is a whole number, its <see cref="Units"/>: sums of them are exact, and the same in whatever order they are added.
/// </summary>
public sealed class MarketGraph
{
    /// <summary>What a score of 1 is worth.</summary>
    public const int UnitsOfOne = 10_000;

    private readonly int[] _start;
    private readonly int[] _to;
    private readonly int[] _units;
    private readonly int[] _capacities;

    private MarketGraph(int[] start, int[] to, int[] units, int[] capacities) => (_start, _to, _units, _capacities) = (start, to, units, capacities);

    public int NeedCount => _start.Length - 1;

    public int CapabilityCount => _capacities.Length;

    public int ArcCount => _to.Length;

    /// <summary>How many needs each capability takes at once.</summary>
    public ReadOnlySpan<int> Capacities => _capacities;

    /// <summary>Lays the arcs out. Of several between the same two the best counts, and what is worth nothing is left out.</summary>
    /// <param name="needCount">How many needs there are; those without arcs are allowed.</param>
    /// <param name="capacities">For each capability how many needs it takes at once, 1 at least.</param>
    /// <param name="arcs">In any order; the same arcs give the same graph.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place that does not exist, a score outside 0…1, or a capacity below 1.</exception>
    public static MarketGraph Of(int needCount, IReadOnlyList<int> capacities, IReadOnlyCollection<MarketArc> arcs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(needCount);
        int[] room = [.. capacities];
        foreach (var capacity in room)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1, nameof(capacities));
        }

        var start = new int[needCount + 1];
        foreach (var arc in arcs)
        {
            if ((uint)arc.Need >= needCount || (uint)arc.Capability >= room.Length || !(arc.Score is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(arcs), arc, "An arc joins a need and a capability that exist, with a score from 0 to 1.");
            }

            start[arc.Need + 1]++;
        }

        for (var need = 0; need < needCount; need++)
        {
            start[need + 1] += start[need];
        }

        // Where it leads stands above what it is worth, so that one sort brings arcs of the same two together with the best of them last.
        var (keys, next) = (new long[arcs.Count], (int[])start.Clone());
        foreach (var arc in arcs)
        {
            keys[next[arc.Need]++] = ((long)arc.Capability << 32) | (uint)Units(arc.Score);
        }

        return Laid(start, keys, room);
    }

    /// <summary>A score in units.</summary>
    public static int Units(double score) => (int)Math.Round(score * UnitsOfOne, MidpointRounding.AwayFromZero);

    /// <summary>The capabilities that a need could go with, in order.</summary>
    public ReadOnlySpan<int> PartnersOf(int need) => _to.AsSpan(_start[need].._start[need + 1]);

    /// <summary>What each of <see cref="PartnersOf"/> is worth.</summary>
    public ReadOnlySpan<int> UnitsOf(int need) => _units.AsSpan(_start[need].._start[need + 1]);

    /// <summary>What it is worth that these two go together; 0 where no arc is.</summary>
    public int UnitsOf(int need, int capability) => PartnersOf(need).BinarySearch(capability) is >= 0 and var at ? UnitsOf(need)[at] : 0;

    /// <summary>The capability that is worth most to each need, the first of equals; −1 where a need has none.</summary>
    public int[] FirstChoices()
    {
        var choices = new int[NeedCount];
        for (var need = 0; need < choices.Length; need++)
        {
            var units = UnitsOf(need);
            var best = -1;
            for (var arc = 0; arc < units.Length; arc++)
            {
                best = best < 0 || units[arc] > units[best] ? arc : best;
            }

            choices[need] = best < 0 ? -1 : PartnersOf(need)[best];
        }

        return choices;
    }

    /// <summary>What needs get when one after another takes the best that still has room: the capability of each need, −1 for none.</summary>
    /// <param name="order">The needs in the order in which they come.</param>
    public int[] FirstCome(IEnumerable<int> order)
    {
        var (room, taken) = ((int[])_capacities.Clone(), new int[NeedCount]);
        Array.Fill(taken, -1);
        foreach (var need in order)
        {
            var partners = PartnersOf(need);
            var units = UnitsOf(need);
            var best = -1;
            for (var arc = 0; arc < units.Length; arc++)
            {
                best = room[partners[arc]] > 0 && (best < 0 || units[arc] > units[best]) ? arc : best;
            }

            if (best >= 0)
            {
                taken[need] = partners[best];
                room[taken[need]]--;
            }
        }

        return taken;
    }

    /// <summary>What all of it is worth when each need goes with its capability of these, −1 being none.</summary>
    public long Total(ReadOnlySpan<int> capabilityOfNeed)
    {
        var total = 0L;
        for (var need = 0; need < NeedCount; need++)
        {
            total += capabilityOfNeed[need] < 0 ? 0 : UnitsOf(need, capabilityOfNeed[need]);
        }

        return total;
    }

    internal ReadOnlySpan<int> Starts => _start;

    internal ReadOnlySpan<int> Targets => _to;

    internal ReadOnlySpan<int> Worths => _units;

    private static MarketGraph Laid(int[] start, long[] keys, int[] capacities)
    {
        var (to, units, laid, from) = (new int[keys.Length], new int[keys.Length], 0, 0);
        for (var need = 0; need < start.Length - 1; need++)
        {
            var (end, first) = (start[need + 1], laid);
            keys.AsSpan(from..end).Sort();
            for (var key = from; key < end; key++)
            {
                var (capability, worth) = ((int)(keys[key] >> 32), (int)keys[key]);
                if (worth == 0)
                {
                    continue;
                }

                laid -= laid > first && to[laid - 1] == capability ? 1 : 0;
                (to[laid], units[laid]) = (capability, worth);
                laid++;
            }

            (from, start[need + 1]) = (end, laid);
        }

        return new MarketGraph(start, to[..laid], units[..laid], capacities);
    }
}
