using System.Collections.Frozen;
using System.Text.Json;
using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>
/// The header names that each list is known to use, from the embedded <c>column-aliases.json</c>. Where several columns of
/// a sheet name one field, the name that stands earlier in the table wins it.
/// </summary>
internal sealed class ColumnAliases
{
    private readonly FrozenDictionary<string, Known> _names;

    private ColumnAliases(JsonElement list)
    {
        Dictionary<string, Known> names = [];
        foreach (var entry in list.EnumerateObject())
        {
            var field = Enum.Parse<SheetField>(entry.Name);
            foreach (var (rank, name) in entry.Value.EnumerateArray().Index())
            {
                names.Add(HeaderName.Normalise(name.GetString()!), new Known(field, rank));
            }
        }

        _names = names.ToFrozenDictionary();
    }

    public static ColumnAliases Opportunities { get; }

    public static ColumnAliases Capabilities { get; }

    static ColumnAliases()
    {
        using var stream = typeof(ColumnAliases).Assembly.GetManifestResourceStream("column-aliases.json")!;
        using var table = JsonDocument.Parse(stream);
        Opportunities = new(table.RootElement.GetProperty("opportunities"));
        Capabilities = new(table.RootElement.GetProperty("capabilities"));
    }

    public static ColumnAliases Of(ListKind list) => list == ListKind.Opportunities ? Opportunities : Capabilities;

    public Known? Find(HeaderName header) =>
        _names.TryGetValue(header.Normal, out var known) || _names.TryGetValue(header.WithoutUnit, out known) ? known : null;

    /// <summary>A field and how surely its name means it: 0 is surest.</summary>
    internal sealed record Known(SheetField Field, int Rank);
}
