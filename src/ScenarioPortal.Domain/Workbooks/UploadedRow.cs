namespace ScenarioPortal.Domain.Workbooks;

/// <summary>One row of an uploaded list and what the check found about it.</summary>
public sealed class UploadedRow
{
    public UploadedRow(Guid uploadId, int position, RowOutcome outcome, IReadOnlyList<RowFault> faults)
    {
        UploadId = uploadId;
        Position = position;
        Outcome = outcome;
        Faults = faults;
    }

    private UploadedRow()
    {
    }

    public Guid UploadId { get; private init; }

    /// <summary>Its place among all rows of the file, from 1.</summary>
    public int Position { get; private init; }

    /// <summary>The sheet's name; absent where the file has one table only.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row's number, from 1 as Excel shows it.</summary>
    public int Row { get; init; }

    /// <summary>Absent for a row that could not be read.</summary>
    public string? Title { get; init; }

    public RowOutcome Outcome { get; private init; }

    /// <summary>At least one when it is refused, else none.</summary>
    public IReadOnlyList<RowFault> Faults { get; private init; } = [];
}

/// <summary>Why a row is not taken, and in which cell the reason stands.</summary>
public sealed record RowFault
{
    /// <summary>“F”; absent where the fault is the whole row's.</summary>
    public string? Letter { get; init; }

    /// <summary>The column's header.</summary>
    public string? Header { get; init; }

    /// <summary>The beginning of what the cell holds.</summary>
    public string? Value { get; init; }

    public required UploadReason Reason { get; init; }
}
