namespace ScenarioPortal.Exchange.Reading;

/// <summary>How a cell was understood, where another reading was possible. The row is taken all the same.</summary>
public sealed record RowRemark
{
    /// <summary>Letter and header (“H 截止日期”), the key of a jsonl line, or absent where it concerns the whole row.</summary>
    public string? Column { get; init; }

    /// <summary>What the cell holds, on one line and at most 40 characters.</summary>
    public string? Value { get; init; }

    public required Reason Reason { get; init; }
}
