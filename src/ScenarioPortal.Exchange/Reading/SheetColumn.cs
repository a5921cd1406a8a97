namespace ScenarioPortal.Exchange.Reading;

/// <summary>A column of a sheet and the field that it feeds.</summary>
public sealed record SheetColumn
{
    /// <summary>“F”, as Excel shows it.</summary>
    public required string Letter { get; init; }

    /// <summary>The header as written, on one line.</summary>
    public required string Header { get; init; }

    /// <summary>
    /// <see cref="SheetField.Other"/> for a header that is not known, or whose field another column has taken: its
    /// cells are kept by header.
    /// </summary>
    public required SheetField Field { get; init; }
}
