namespace ScenarioPortal.Exchange.Reading;

/// <summary>One fault for which a row is not taken.</summary>
public sealed record RowRefusal
{
    /// <summary>The sheet's name; absent for csv and jsonl.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row's number, from 1 as Excel shows it.</summary>
    public required int Row { get; init; }

    /// <summary>Letter and header (“F 预算”), the key of a jsonl line, or absent where the fault is the whole row's.</summary>
    public string? Column { get; init; }

    /// <summary>What the cell holds, on one line and at most 40 characters.</summary>
    public string? Value { get; init; }

    public required Reason Reason { get; init; }
}
