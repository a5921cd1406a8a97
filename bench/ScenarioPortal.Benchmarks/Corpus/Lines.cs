using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>A line of an opportunity list as the portal imports it; what is null is not stated.</summary>
internal sealed record OpportunityLine
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Publisher { get; init; }

    public required string Region { get; init; }

    public string? Field { get; init; }

    public string? Kind { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> RequiredTech { get; init; }

    public decimal? BudgetWan { get; init; }

    public string? Deadline { get; init; }
}

/// <summary>A line of a capability list.</summary>
internal sealed record CapabilityLine
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Company { get; init; }

    public required string Region { get; init; }

    public string? Field { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Tech { get; init; }

    public required IReadOnlyList<string> Cases { get; init; }

    public int? Trl { get; init; }
}

internal static class Lines
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public static string ToJson<T>(T line) => JsonSerializer.Serialize(line, Format);

    public static Task WriteAsync<T>(string file, int count, Func<int, T> line, CancellationToken cancellation) =>
        File.WriteAllLinesAsync(file, Enumerable.Range(1, count).Select(number => ToJson(line(number))), cancellation);
}
