namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>
/// What a parser made of a text. Nothing in it is an error: the value may be missing, the note keeps words that the value
/// does not hold, the remark says how the text was understood, and only a fault refuses the row.
/// </summary>
internal sealed record Understood<T>
{
    public T? Value { get; init; }

    public string? Note { get; init; }

    public Reason? Remark { get; init; }

    public Reason? Fault { get; init; }
}
