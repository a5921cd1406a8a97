namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>What is to be marked on one sheet.</summary>
public sealed record SheetMarks
{
    /// <summary>The sheet's name; absent where the file has one table only.</summary>
    public string? Sheet { get; init; }

    /// <summary>From 1.</summary>
    public required int HeaderRow { get; init; }

    /// <summary>The column that holds the reasons of an earlier marking, as “K”; absent when there is none.</summary>
    public string? ReasonColumn { get; init; }

    /// <summary>By row number.</summary>
    public required IReadOnlyDictionary<int, RowMark> Rows { get; init; }
}

/// <summary>The cells of a row that are at fault, by letter, and why.</summary>
public sealed record RowMark(IReadOnlyCollection<string> Letters, string Reason);
