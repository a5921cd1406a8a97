namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>Something that finds the best of many texts for a text.</summary>
internal interface IEngine : IDisposable
{
    string Name { get; }

    /// <summary>What its index takes for all texts, in bytes.</summary>
    long Bytes { get; }

    /// <summary>Takes in all texts, from nothing to the first answer: what a start without a file costs.</summary>
    void Build(IReadOnlyList<string> texts);

    /// <summary>The numbers of the best texts in the order in which they came in, best first.</summary>
    /// <exception cref="TimeoutException">The engine gave up.</exception>
    int[] Find(string text, int top);

    /// <summary>Takes in one more text, which the next answer must know.</summary>
    void Add(string text);
}
