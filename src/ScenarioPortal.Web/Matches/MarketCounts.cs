using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Matches;

/// <summary>How many open needs and public capabilities there are of each field and region, counted once for each state of the public lists.</summary>
internal sealed class MarketCounts(LiveIndex index)
{
    private volatile Tuple<LiveIndex.Lists, IReadOnlyList<GapReader.Count>>? _last;

    public async Task<IReadOnlyList<GapReader.Count>> ReadAsync(GapReader reader, CancellationToken cancellation)
    {
        var lists = index.Current;
        if (_last is not { } last || !ReferenceEquals(last.Item1, lists))
        {
            _last = last = new(lists, await reader.CountAsync(Person.Visitor, cancellation));
        }

        return last.Item2;
    }
}
