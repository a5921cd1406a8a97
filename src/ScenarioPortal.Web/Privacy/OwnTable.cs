namespace ScenarioPortal.Web.Privacy;

/// <summary>All records of one kind in words: what they are, why they are kept, and their values.</summary>
internal sealed record OwnTable
{
    public required string Kind { get; init; }

    /// <summary>The kind as people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Why it is kept and for how long; more than one where its parts differ.</summary>
    public required IReadOnlyList<(string Why, string Kept)> Reasons { get; init; }

    public required IReadOnlyList<OwnColumn> Columns { get; init; }

    /// <summary>The values in the order of the columns; null is none.</summary>
    public required IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; }
}

/// <summary>A property, and the name by which people read it; one without a name stands only in the file to take away.</summary>
internal sealed record OwnColumn(string Property, string? Label);
