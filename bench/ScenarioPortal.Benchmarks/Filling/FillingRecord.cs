using System.Text.Json;

namespace ScenarioPortal.Benchmarks.Filling;

/// <summary>What a folder was filled with, and how long that took. It is kept in the folder, so the next run finds it done.</summary>
internal sealed record FillingRecord
{
    /// <summary>Raised when the texts or the way in which they go in have changed: what is there is then filled anew.</summary>
    public const int CurrentVersion = 2;

    private const string FileName = "filling.json";

    public int Version { get; init; } = CurrentVersion;

    public required int Opportunities { get; init; }

    public required int Capabilities { get; init; }

    public double OpportunitiesPerSecond { get; init; }

    public double CapabilitiesPerSecond { get; init; }

    /// <summary>The most memory an import used, in bytes.</summary>
    public long ImportMemory { get; init; }

    public double MatchingSeconds { get; init; }

    public long Matches { get; init; }

    public bool IsMatched => MatchingSeconds > 0;

    public double MatchedPerSecond => IsMatched ? (Opportunities + Capabilities) / MatchingSeconds : 0;

    public bool Fits(WebOptions options) =>
        Version == CurrentVersion && Opportunities == options.Opportunities && Capabilities == options.Capabilities;

    public static FillingRecord? Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<FillingRecord>(File.ReadAllText(file)) : null;
    }

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this));
}
