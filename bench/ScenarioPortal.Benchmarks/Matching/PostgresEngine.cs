namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>PostgreSQL's full text search for any of the words, or for the rarest of them only, which loses what the others would find.</summary>
/// <param name="texts">Shared by those that ask it differently; whoever made it disposes of it.</param>
/// <param name="rarest">For how many words; null for all.</param>
internal sealed class PostgresEngine(PostgresTexts texts, int? rarest = null) : IEngine
{
    public string Name => rarest is { } few ? $"PostgreSQL, {few} rarest (lossy)" : "PostgreSQL, any of the words";

    public bool IsBuilt => texts.IsBuilt;

    public long Bytes => texts.Bytes;

    /// <summary>Nothing, where another has asked for it.</summary>
    public void Build(IReadOnlyList<string> all)
    {
        if (!IsBuilt)
        {
            texts.Build(all);
        }
    }

    public int[] Find(string text, int top) => texts.Find(text, rarest, top);

    public void Add(string text) => texts.Add(text);

    public void Dispose()
    {
    }
}
