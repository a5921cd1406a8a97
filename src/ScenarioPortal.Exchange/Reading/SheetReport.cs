namespace ScenarioPortal.Exchange.Reading;

/// <summary>How a sheet was understood: where its header is and what each column was taken for.</summary>
public sealed record SheetReport
{
    /// <summary>The sheet's name; absent for csv and jsonl.</summary>
    public string? Sheet { get; init; }

    /// <summary>Hidden sheets are read like others.</summary>
    public bool Hidden { get; init; }

    /// <summary>The header's row number, from 1; absent when the sheet was skipped and for jsonl.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>All columns with a header, from left to right; empty for a skipped sheet and for jsonl.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; init; } = [];

    /// <summary>Why the sheet was skipped; absent when it was read.</summary>
    public Reason? Skipped { get; init; }
}
