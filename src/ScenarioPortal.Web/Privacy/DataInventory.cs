using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Privacy;

/// <summary>What the portal keeps, property by property: <c>data/data-classes.csv</c>, which people can read and a test holds against the model.</summary>
internal sealed class DataInventory(PortalPaths paths)
{
    public const string File = "data-classes.csv";

    private readonly Lazy<Task<IReadOnlyList<DataLine>>> _lines = new(async () =>
        [.. (await CodeListFile.ReadAsync(paths.Data(File), CancellationToken.None)).Rows.Select(DataLine.Of)]);

    public Task<IReadOnlyList<DataLine>> ReadAsync() => _lines.Value;
}

/// <summary>One property: what it is, why it is kept and how long, in both languages.</summary>
internal sealed record DataLine
{
    public required string Entity { get; init; }

    public required string Property { get; init; }

    public required DataClass Class { get; init; }

    public required string Why { get; init; }

    public required string WhyEnglish { get; init; }

    public required string Kept { get; init; }

    public required string KeptEnglish { get; init; }

    /// <summary>How a secret is stored: hash or encrypted.</summary>
    public required string Stored { get; init; }

    /// <summary>By what name the person reads it; empty where it says nothing to a person.</summary>
    public required string Label { get; init; }

    public required string LabelEnglish { get; init; }

    public string LabelToRead => Localisation.Language.IsEnglish ? LabelEnglish : Label;

    public string WhyToRead => Localisation.Language.IsEnglish ? WhyEnglish : Why;

    public string KeptToRead => Localisation.Language.IsEnglish ? KeptEnglish : Kept;

    public static DataLine Of(IReadOnlyDictionary<string, string> row) => new()
    {
        Entity = row["entity"],
        Property = row["property"],
        Class = Enum.Parse<DataClass>(row["class"], ignoreCase: true),
        Why = row["why"],
        WhyEnglish = row["why_english"],
        Kept = row["kept"],
        KeptEnglish = row["kept_english"],
        Stored = row["stored"],
        Label = row["label"],
        LabelEnglish = row["label_english"]
    };
}
