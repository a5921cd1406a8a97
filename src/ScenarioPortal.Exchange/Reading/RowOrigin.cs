namespace ScenarioPortal.Exchange.Reading;

/// <summary>Where in the file a row stands.</summary>
public sealed record RowOrigin
{
    /// <summary>The sheet's name; absent for csv and jsonl, which have one table only.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row's number, from 1 as Excel shows it. In csv a record with line breaks in it counts once; in jsonl it is the line.</summary>
    public required int Row { get; init; }

    /// <summary>What stands under 序号. It numbers the rows of one sheet and names nothing outside it.</summary>
    public string? Serial { get; init; }
}
