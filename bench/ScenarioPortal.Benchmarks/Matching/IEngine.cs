namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>Something that finds the best of many texts for a text.</summary>
internal interface IEngine : IDisposable
{
    string Name { get; }

    /// <summary>What its index takes for all texts, in bytes.</summary>
    long Bytes { get; }

    /// <summary>Takes in all texts, from nothing to the first answer: what a start without a file costs.</summary>
    void Build(IReadOnlyList<string> texts);

    /// <summary>How many of the best were found.</summary>
    int Find(string text, int top);

    /// <summary>Takes in one more text, which the next answer must know.</summary>
    void Add(string text);
}
