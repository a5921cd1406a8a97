namespace ScenarioPortal.Exchange.Reading.Files;

/// <summary>An open file that holds a list, as tables or as lines of JSON.</summary>
internal interface IListFile : IDisposable
{
    /// <summary>Part of the content that has been read, 0–1.</summary>
    double Fraction { get; }

    IEnumerable<ListEvent> Read();
}
