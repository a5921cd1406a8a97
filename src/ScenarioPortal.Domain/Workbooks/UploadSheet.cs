namespace ScenarioPortal.Domain.Workbooks;

/// <summary>A sheet of an uploaded list and how it was understood.</summary>
public sealed record UploadSheet
{
    /// <summary>Absent for delimited text, which has one table only.</summary>
    public string? Name { get; init; }

    /// <summary>From 1; absent when the sheet was skipped.</summary>
    public int? HeaderRow { get; init; }

    public IReadOnlyList<UploadColumn> Columns { get; init; } = [];

    public UploadReason? Skipped { get; init; }
}

/// <summary>A column with its header as written, and the field that it feeds.</summary>
public sealed record UploadColumn(string Letter, string Header, string Field);
