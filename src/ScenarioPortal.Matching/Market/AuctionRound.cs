namespace ScenarioPortal.Matching.Market;

/// <summary>
/// The rounds of <see cref="Auction"/> over one graph. Everything lies in flat arrays of 32-bit numbers, reused from round to round: prices of 40,000 capabilities
/// stay in the nearest cache, and a bid reads twenty arcs that stand side by side. The places of a capability are a heap by bid, made when the last is taken.
/// </summary>
internal sealed class AuctionRound
{
    private const int None = -1;

    private readonly MarketGraph _graph;
    private readonly int _scale;
    private readonly int[] _start;
    private readonly int[] _to;
    private readonly int[] _worth;

    /// <summary>For each capability its arcs, to be bought back by; made when it is first needed.</summary>
    private ReverseArcs? _reverse;

    /// <summary>For each capability how many places it has; none where there are at least as many as arcs, because there nobody is ever turned away and the price stays 0.</summary>
    private readonly int[] _places;

    private readonly int[] _firstPlace;
    private readonly int[] _bids;
    private readonly int[] _bidders;
    private readonly int[] _filled;
    private readonly int[] _price;

    /// <summary>The arc of each need; none where it is negative.</summary>
    private readonly int[] _taken;

    private readonly int[] _waiting;

    /// <summary>What its partner leaves each need after the price; kept only while prices fall.</summary>
    private readonly int[] _profit;

    private int[] _offers = [];
    private int[] _offering = [];

    public AuctionRound(MarketGraph graph, int scale)
    {
        (_graph, _scale) = (graph, scale);
        (_start, _to) = (graph.Starts.ToArray(), graph.Targets.ToArray());
        _worth = new int[_to.Length];
        _places = new int[graph.CapabilityCount];
        for (var arc = 0; arc < _to.Length; arc++)
        {
            _worth[arc] = graph.Worths[arc] * scale;
            _places[_to[arc]]++;
        }

        _firstPlace = new int[graph.CapabilityCount + 1];
        for (var capability = 0; capability < _places.Length; capability++)
        {
            _places[capability] = graph.Capacities[capability] < _places[capability] ? graph.Capacities[capability] : 0;
            _firstPlace[capability + 1] = _firstPlace[capability] + _places[capability];
        }

        (_bids, _bidders) = (new int[_firstPlace[^1]], new int[_firstPlace[^1]]);
        (_filled, _price) = (new int[_places.Length], new int[_places.Length]);
        (_taken, _waiting, _profit) = (new int[graph.NeedCount], new int[graph.NeedCount], new int[graph.NeedCount]);
    }

    /// <summary>Begins without partners and with the prices of the last round.</summary>
    public void Run(int epsilon)
    {
        Array.Fill(_taken, None);
        Array.Clear(_filled);
        Forward(epsilon);
        Backward(epsilon);
    }

    /// <summary>
    /// Lowers all prices as far as the partners still hold. Of the many prices at which they do, the lowest are what one more place would bring: see
    /// F. Gul and E. Stacchetti, “Walrasian equilibrium with gross substitutes”, Journal of Economic Theory 87 (1999) 95–124. How far each may fall is a shortest
    /// way, by Dijkstra: not below 0, and no further than that a need elsewhere would rather come, whose own price may fall as well.
    /// </summary>
    public void LowerPrices()
    {
        var falls = (int[])_price.Clone();
        for (var need = 0; need < _taken.Length; need++)
        {
            var taken = _taken[need];
            if (taken < 0 || _price[_to[taken]] == 0)
            {
                Limit(need, taken < 0 ? 0 : _worth[taken], falls, null);
            }
        }

        var nearest = new PriorityQueue<int, int>();
        for (var capability = 0; capability < falls.Length; capability++)
        {
            if (_price[capability] > 0)
            {
                nearest.Enqueue(capability, falls[capability]);
            }
        }

        while (nearest.TryDequeue(out var capability, out var fall))
        {
            if (fall > falls[capability])
            {
                continue;
            }

            foreach (var need in _bidders.AsSpan(_firstPlace[capability], _filled[capability]))
            {
                Limit(need, _worth[_taken[need]] - _price[capability] + fall, falls, nearest);
            }
        }

        for (var capability = 0; capability < falls.Length; capability++)
        {
            _price[capability] -= falls[capability];
        }
    }

    /// <summary>A need that has so much left lets no price fall so far that it would rather come there.</summary>
    private void Limit(int need, int left, int[] falls, PriorityQueue<int, int>? nearest)
    {
        for (var arc = _start[need]; arc < _start[need + 1]; arc++)
        {
            var capability = _to[arc];
            if (falls[capability] == 0 || arc == _taken[need])
            {
                continue;
            }

            var fall = Math.Max(0, left - (_worth[arc] - _price[capability]));
            if (fall < falls[capability])
            {
                falls[capability] = fall;
                nearest?.Enqueue(capability, fall);
            }
        }
    }

    public Assignment Result()
    {
        var (partners, prices) = (new int[_taken.Length], new double[_price.Length]);
        for (var need = 0; need < partners.Length; need++)
        {
            partners[need] = _taken[need] < 0 ? None : _to[_taken[need]];
        }

        for (var capability = 0; capability < prices.Length; capability++)
        {
            prices[capability] = (double)_price[capability] / _scale;
        }

        return new Assignment(_graph, partners, prices);
    }

    private void Forward(int epsilon)
    {
        var (waiting, count) = (_waiting, _waiting.Length);
        for (var need = 0; need < count; need++)
        {
            waiting[need] = count - 1 - need;
        }

        while (count > 0)
        {
            var need = waiting[--count];
            var (second, chosen) = BestTwo(need);
            if (chosen < 0)
            {
                // Nothing is worth its price, and prices only rise from here: it stays without.
                continue;
            }

            _taken[need] = chosen;
            if (_places[_to[chosen]] > 0 && Bid(_to[chosen], need, _worth[chosen] - second + epsilon) is >= 0 and var gone)
            {
                _taken[gone] = None;
                waiting[count++] = gone;
            }
        }
    }

    /// <summary>The arc that leaves a need most after its price, and what the next best leaves. To stay without leaves 0.</summary>
    private (int Second, int Arc) BestTwo(int need)
    {
        var (best, second, chosen) = (0, 0, None);
        var (to, worth, price) = (_to, _worth, _price);
        for (var arc = _start[need]; arc < _start[need + 1]; arc++)
        {
            var left = worth[arc] - price[to[arc]];
            if (left > best)
            {
                (best, second, chosen) = (left, best, arc);
            }
            else if (left > second)
            {
                second = left;
            }
        }

        return (second, chosen);
    }

    /// <summary>Takes a bid that is above the price; says who had to go for it.</summary>
    private int Bid(int capability, int need, int bid)
    {
        var (first, places) = (_firstPlace[capability], _places[capability]);
        var bids = _bids.AsSpan(first, places);
        var bidders = _bidders.AsSpan(first, places);
        var gone = None;
        if (_filled[capability] < places)
        {
            var place = _filled[capability]++;
            (bids[place], bidders[place]) = (bid, need);
            if (place + 1 < places)
            {
                return None;
            }

            for (var parent = (places - 2) / 2; parent >= 0 && places > 1; parent--)
            {
                Sink(bids, bidders, parent);
            }
        }
        else
        {
            gone = bidders[0];
            (bids[0], bidders[0]) = (bid, need);
            Sink(bids, bidders, 0);
        }

        _price[capability] = bids[0];
        return gone;
    }

    /// <summary>Puts a place where it belongs among those below it: the lowest bid is on top.</summary>
    private static void Sink(Span<int> bids, Span<int> bidders, int place)
    {
        var (bid, bidder) = (bids[place], bidders[place]);
        for (var child = (2 * place) + 1; child < bids.Length; child = (2 * place) + 1)
        {
            child += child + 1 < bids.Length && bids[child + 1] < bids[child] ? 1 : 0;
            if (bids[child] >= bid)
            {
                break;
            }

            (bids[place], bidders[place], place) = (bids[child], bidders[child], child);
        }

        (bids[place], bidders[place]) = (bid, bidder);
    }

    /// <summary>Whoever has room and a price lowers it until the places are taken or it is 0. Who leaves another for it may leave room and a price there.</summary>
    private void Backward(int epsilon)
    {
        var dear = new Queue<int>();
        for (var capability = 0; capability < _price.Length; capability++)
        {
            if (HasRoomAtAPrice(capability))
            {
                dear.Enqueue(capability);
            }
        }

        if (dear.Count == 0)
        {
            return;
        }

        _reverse ??= new ReverseArcs(_start, _to, _worth, _places.Length);
        for (var need = 0; need < _profit.Length; need++)
        {
            _profit[need] = _taken[need] is >= 0 and var arc ? _worth[arc] - _price[_to[arc]] : 0;
        }

        while (dear.TryDequeue(out var capability))
        {
            if (!HasRoomAtAPrice(capability))
            {
                continue;
            }

            var room = _places[capability] - _filled[capability];
            var found = BestOffers(capability, room + 1, epsilon);
            Lower(capability, found > room ? _offers[room] - epsilon : 0);
            for (var offer = 0; offer < Math.Min(found, room); offer++)
            {
                var arc = _offering[offer];
                var need = _reverse.NeedOf(arc);
                if (_taken[need] is >= 0 and var left && Leave(_to[left], need))
                {
                    dear.Enqueue(_to[left]);
                }

                _taken[need] = _reverse.ArcOf(arc);
                _profit[need] = _reverse.WorthOf(arc) - _price[capability];
                _bidders[_firstPlace[capability] + _filled[capability]++] = need;
            }
        }
    }

    /// <summary>
    /// What needs elsewhere could pay here and be as well off as they are: the best so many of those that are at least ε, best first, equal ones by need.
    /// Says how many there are.
    /// </summary>
    private int BestOffers(int capability, int most, int epsilon)
    {
        if (_offers.Length < most)
        {
            (_offers, _offering) = (new int[most * 2], new int[most * 2]);
        }

        var (first, end) = _reverse!.Of(capability);
        var (found, least) = (0, epsilon);
        for (var arc = first; arc < end; arc++)
        {
            var need = _reverse.NeedOf(arc);
            var offer = _reverse.WorthOf(arc) - _profit[need];
            if (offer < least || _taken[need] == _reverse.ArcOf(arc))
            {
                continue;
            }

            var place = found < most ? found++ : most - 1;
            for (; place > 0 && _offers[place - 1] < offer; place--)
            {
                (_offers[place], _offering[place]) = (_offers[place - 1], _offering[place - 1]);
            }

            (_offers[place], _offering[place]) = (offer, arc);
            least = found < most ? epsilon : _offers[most - 1] + 1;
        }

        return found;
    }

    /// <summary>A lower price is good for those who are there.</summary>
    private void Lower(int capability, int price)
    {
        var difference = _price[capability] - price;
        _price[capability] = price;
        foreach (var need in _bidders.AsSpan(_firstPlace[capability], _filled[capability]))
        {
            _profit[need] += difference;
        }
    }

    /// <summary>A need leaves for another capability; says whether that leaves room at a price where there was none.</summary>
    private bool Leave(int capability, int need)
    {
        if (_places[capability] == 0)
        {
            return false;
        }

        var bidders = _bidders.AsSpan(_firstPlace[capability], _filled[capability]);
        bidders[bidders.IndexOf(need)] = bidders[^1];
        return _filled[capability]-- == _places[capability] && _price[capability] > 0;
    }

    private bool HasRoomAtAPrice(int capability) => _price[capability] > 0 && _filled[capability] < _places[capability];
}
