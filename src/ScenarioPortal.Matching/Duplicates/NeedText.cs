namespace ScenarioPortal.Matching.Duplicates;

/// <summary>What is compared of a need: its own words. Where it is never counts, so that two districts can have the same need.</summary>
public sealed record NeedText(string Title, string Description)
{
    /// <summary>Names of where it is, as one text (省市区); where they stand in the words they are left out.</summary>
    public string? Region { get; init; }
}
