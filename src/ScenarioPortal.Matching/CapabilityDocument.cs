namespace ScenarioPortal.Matching;

/// <summary>What matching reads of a capability (能力). Absent values mean not stated; they neither help nor hurt.</summary>
public sealed record CapabilityDocument
{
    public required Guid Id { get; init; }

    /// <summary>The revision of the capability that this was taken from; stored matches name it.</summary>
    public required int Revision { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>Technologies, a few words each.</summary>
    public IReadOnlyList<string> Technologies { get; init; } = [];

    /// <summary>Earlier projects, a sentence each.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Certificates that hold, by name. Conditions are looked for in them; in all else they take no part.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <inheritdoc cref="NeedDocument.Field"/>
    public string? Field { get; init; }

    /// <summary>The field as its list names it, where that is another name and says more: 机器人, not just 人工智能. It teaches which words belong to it.</summary>
    public string? ListedField { get; init; }

    /// <inheritdoc cref="NeedDocument.FieldArea"/>
    public string? FieldArea { get; init; }

    /// <summary>Where the company is: GB/T 2260, six digits; parents are zero-filled.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Where it offers its services, GB/T 2260; a province stands for all its cities. Empty means not stated.</summary>
    public IReadOnlyList<string> ServiceRegionCodes { get; init; } = [];

    /// <summary>Technology readiness level, 1–9.</summary>
    public int? Trl { get; init; }

    /// <summary>Lower end of the price in 万元.</summary>
    public decimal? PriceMinimum { get; init; }

    /// <summary>The first day on which work could begin.</summary>
    public DateOnly? AvailableFrom { get; init; }

    /// <summary>Its organisation was asked whether it is current and did not answer in time: known, other than what was never asked.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>What is left of its organisation's credit. Below zero it costs a little; nothing, zero and more are all the same.</summary>
    public decimal Credit { get; init; }

    /// <summary>Names and numbers to be found by in a search (company, official number); they take no part in matching.</summary>
    public string? Keywords { get; init; }

    /// <summary>Its meaning, as a model outside gave it, of length 1; empty where there is none, which adds nothing.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }
}
