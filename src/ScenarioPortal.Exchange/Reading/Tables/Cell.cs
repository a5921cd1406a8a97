namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>One cell that holds something. Columns count from 1.</summary>
/// <param name="Column">1 for A.</param>
/// <param name="Text">What the cell shows, as far as the file says; a date as yyyy-MM-dd. Cleaned, never empty.</param>
internal readonly record struct Cell(int Column, string Text)
{
    /// <summary>True for #REF! and its like, whose text is the error's name.</summary>
    public bool IsError { get; init; }

    /// <summary>True when a merged range lends the value of its first cell.</summary>
    public bool IsBorrowed { get; init; }
}
