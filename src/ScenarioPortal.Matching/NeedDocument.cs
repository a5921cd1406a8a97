namespace ScenarioPortal.Matching;

/// <summary>What matching reads of a need (机会). Absent values mean not stated; they neither help nor hurt.</summary>
public sealed record NeedDocument
{
    public required Guid Id { get; init; }

    /// <summary>The revision of the opportunity that this was taken from; stored matches name it.</summary>
    public required int Revision { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>Wanted technologies, a few words each.</summary>
    public IReadOnlyList<string> Technologies { get; init; } = [];

    /// <summary>
    /// Code of the field, or its name where a list uses a field that no code covers: it is compared as text,
    /// and also teaches which words belong to which field.
    /// </summary>
    public string? Field { get; init; }

    /// <summary>Code or name of the area that the field belongs to.</summary>
    public string? FieldArea { get; init; }

    /// <summary>GB/T 2260, six digits; parents are zero-filled.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Upper end of the budget in 万元.</summary>
    public decimal? BudgetMaximum { get; init; }

    public DateOnly? Deadline { get; init; }

    /// <summary>Lowest technology readiness level wanted, 1–9.</summary>
    public int? MinimumTrl { get; init; }

    public IReadOnlyList<MatchCondition> Conditions { get; init; } = [];

    /// <summary>Names and numbers to be found by in a search (publisher, official number); they take no part in matching.</summary>
    public string? Keywords { get; init; }

    /// <summary>Its meaning, as a model outside gave it, of length 1; empty where there is none, which adds nothing.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }
}
