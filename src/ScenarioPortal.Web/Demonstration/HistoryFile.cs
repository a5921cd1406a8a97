using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>What was published in two years and what became of it, as <c>data/demo</c> tells it. Days are counted, so that it is always the last two years.</summary>
internal sealed record HistoryFile(IReadOnlyList<EarlierNeed> Needs, IReadOnlyList<Story> Stories)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowOutOfOrderMetadataProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() }
    };

    public static HistoryFile Read(PortalPaths paths) => new(
        [.. Lines(paths, "earlier-needs.jsonl").Select(line => new EarlierNeed(JsonNode.Parse(line)!.AsObject()))],
        [.. Lines(paths, "history.jsonl").Select(line => JsonSerializer.Deserialize<Story>(line, Options)!)]);

    private static IEnumerable<string> Lines(PortalPaths paths, string name) =>
        File.ReadLines(paths.Data(Path.Combine("demo", name))).Where(line => line.Length > 0);
}

/// <summary>A need as any list has it, and when it came out.</summary>
internal sealed class EarlierNeed(JsonObject row)
{
    private const string Released = "released_days_ago";
    private const string Open = "open_days";

    public int ReleasedDaysAgo { get; } = row[Released]!.GetValue<int>();

    /// <summary>Null when its publisher named no day.</summary>
    public int? OpenDays { get; } = row[Open]?.GetValue<int>();

    /// <summary>The row to import, with the day on which it closes.</summary>
    public string RowAsOf(DateOnly today)
    {
        var imported = row.DeepClone().AsObject();
        imported.Remove(Released);
        imported.Remove(Open);
        if (OpenDays is { } days)
        {
            imported["deadline"] = today.AddDays(days - ReleasedDaysAgo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return imported.ToJsonString();
    }
}
