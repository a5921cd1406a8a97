using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>Tells by its headers when a table clearly belongs to the other list.</summary>
internal static class ListGuess
{
    private const int Clearly = 2;

    /// <summary>The refusal, when two headers more are known by the other list alone than by this one alone.</summary>
    public static Reason? WrongList(IEnumerable<HeaderName> headers, ListKind list)
    {
        var other = list == ListKind.Opportunities ? ListKind.Capabilities : ListKind.Opportunities;
        var (known, foreign) = (ColumnAliases.Of(list), ColumnAliases.Of(other));
        var all = headers.DistinctBy(header => header.Normal).ToList();
        var ownOnly = all.Count(header => known.Find(header) is not null && foreign.Find(header) is null);
        var otherOnly = all.Where(header => foreign.Find(header) is not null && known.Find(header) is null).ToList();
        return otherOnly.Count >= ownOnly + Clearly
            ? new(FileRefusals.WrongList, NameOf(other), string.Join("”“", otherOnly.Take(3).Select(header => header.Written)))
            : null;
    }

    private static string NameOf(ListKind list) => list == ListKind.Opportunities ? "机会清单" : "能力清单";
}
