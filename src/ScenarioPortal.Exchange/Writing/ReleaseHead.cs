namespace ScenarioPortal.Exchange.Writing;

/// <summary>What stands around the rows of a released list, in the reader's language.</summary>
public sealed record ReleaseHead
{
    public required string Title { get; init; }

    /// <summary>The word above the title of an official annex: 附件.</summary>
    public required string Annex { get; init; }

    /// <summary>What the sheet of a workbook is called: at most 31 characters, none of <c>: \ / ? * [ ]</c>.</summary>
    public required string SheetName { get; init; }

    /// <summary>Who issued it, when, and how many rows there are.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What the reviewers say above the rows, in their words and lines; null is none.</summary>
    public string? CoverNote { get; init; }

    /// <summary>By which the content can be checked, in small print.</summary>
    public required string Proof { get; init; }

    /// <summary>The columns with their headings, from the left.</summary>
    public required IReadOnlyList<(ReleaseColumn Column, string Heading)> Columns { get; init; }

    /// <summary>Stands where a row states nothing: 未注明.</summary>
    public required string NotStated { get; init; }

    /// <summary>Files that carry a date carry this one, so that a list is the same file whenever it is taken.</summary>
    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>Notes on one line, as annexes set them apart.</summary>
    internal string Note => string.Join("　　", Notes);

    internal IEnumerable<string> CellsOf(ReleaseRow row) => Columns.Select(c => row[c.Column] ?? NotStated);
}
