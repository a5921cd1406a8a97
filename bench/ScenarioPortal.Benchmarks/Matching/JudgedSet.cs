using System.Text.Json;
using ScenarioPortal.Matching;

namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>Needs and capabilities with what people said of pairs: <c>needs.jsonl</c>, <c>capabilities.jsonl</c> and <c>pairs.jsonl</c> of a folder.</summary>
internal sealed class JudgedSet
{
    private JudgedSet(string folder)
    {
        Needs = [.. Lines(folder, "needs.jsonl").Select(Need)];
        Capabilities = [.. Lines(folder, "capabilities.jsonl").Select(Capability)];
        var (needs, capabilities) = (Numbers(Needs.Select(n => n.Keywords!)), Numbers(Capabilities.Select(c => c.Keywords!)));
        Grades = Array.ConvertAll(Needs, _ => new Dictionary<int, int>());
        foreach (var pair in Lines(folder, "pairs.jsonl"))
        {
            if (pair.GetProperty("grade").GetInt32() is > 0 and var grade)
            {
                Grades[needs[Text(pair, "need")]][capabilities[Text(pair, "capability")]] = grade;
            }
        }
    }

    public NeedDocument[] Needs { get; }

    public CapabilityDocument[] Capabilities { get; }

    /// <summary>For each need the grades above 0 by the number of the capability.</summary>
    public Dictionary<int, int>[] Grades { get; }

    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="JsonException">A line is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">A line lacks something, or a pair names what is not there.</exception>
    public static JudgedSet Read(string folder) => new(folder);

    public static string TextOf(NeedDocument need) => string.Join('\n', [need.Title, need.Description, .. need.Technologies]);

    public static string TextOf(CapabilityDocument capability) =>
        string.Join('\n', [capability.Title, capability.Description, .. capability.Technologies, .. capability.Cases]);

    private static Dictionary<string, int> Numbers(IEnumerable<string> ids) => ids.Select((id, number) => (id, number)).ToDictionary(n => n.id, n => n.number);

    private static IEnumerable<JsonElement> Lines(string folder, string name) => File.ReadLines(Path.Combine(folder, name))
        .Where(line => !string.IsNullOrWhiteSpace(line))
        .Select(line => JsonElement.Parse(line));

    private static NeedDocument Need(JsonElement line) => new()
    {
        Id = Guid.CreateVersion7(),
        Revision = 1,
        Title = Text(line, "title"),
        Description = Text(line, "description"),
        Technologies = Texts(line, "required_tech"),
        Field = Optional(line, "field"),
        RegionCode = Region(line),
        BudgetMaximum = line.TryGetProperty("budget_wan", out var budget) && budget.ValueKind == JsonValueKind.Number ? budget.GetDecimal() : null,
        Keywords = Text(line, "id")
    };

    private static CapabilityDocument Capability(JsonElement line) => new()
    {
        Id = Guid.CreateVersion7(),
        Revision = 1,
        Title = Text(line, "title"),
        Description = Text(line, "description"),
        Technologies = Texts(line, "tech"),
        Cases = Texts(line, "cases"),
        Field = Optional(line, "field"),
        RegionCode = Region(line),
        Trl = line.TryGetProperty("trl", out var trl) && trl.ValueKind == JsonValueKind.Number ? trl.GetInt32() : null,
        Keywords = Text(line, "id")
    };

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private static string? Optional(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] Texts(JsonElement line, string name) =>
        line.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : [];

    private static string? Region(JsonElement line) => line.TryGetProperty("region", out var region) switch
    {
        true when region.ValueKind == JsonValueKind.Object => Optional(region, "code"),
        true when region.ValueKind == JsonValueKind.String => region.GetString(),
        _ => null
    };
}
