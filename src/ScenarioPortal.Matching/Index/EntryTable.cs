namespace ScenarioPortal.Matching.Index;

/// <summary>Entries by number. Never changes: a change copies the chunks of a thousand that it touches and shares the rest.</summary>
internal sealed class EntryTable<TDocument>
    where TDocument : class
{
    private const int ChunkBits = 10;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly Entry<TDocument>?[][] _chunks;

    private EntryTable(Entry<TDocument>?[][] chunks, int size) => (_chunks, Size) = (chunks, size);

    public static EntryTable<TDocument> Empty { get; } = new([], 0);

    /// <summary>One more than the highest number that was ever used.</summary>
    public int Size { get; }

    public Entry<TDocument>? this[int number] => number < Size ? _chunks[number >> ChunkBits][number & (ChunkSize - 1)] : null;

    public IEnumerable<Entry<TDocument>> Entries => _chunks.SelectMany(chunk => chunk).OfType<Entry<TDocument>>();

    /// <param name="changes">Numbers with what stands there from now on; of several for one number the last counts.</param>
    /// <param name="size">One more than the highest number in use.</param>
    public EntryTable<TDocument> With(IEnumerable<KeyValuePair<int, Entry<TDocument>?>> changes, int size)
    {
        var chunks = new Entry<TDocument>?[(size + ChunkSize - 1) >> ChunkBits][];
        _chunks.CopyTo(chunks, 0);
        var isCopied = new bool[chunks.Length];
        for (var added = _chunks.Length; added < chunks.Length; added++)
        {
            (chunks[added], isCopied[added]) = (new Entry<TDocument>?[ChunkSize], true);
        }

        foreach (var (number, entry) in changes)
        {
            var chunk = number >> ChunkBits;
            if (!isCopied[chunk])
            {
                (chunks[chunk], isCopied[chunk]) = ([.. chunks[chunk]], true);
            }

            chunks[chunk][number & (ChunkSize - 1)] = entry;
        }

        return new EntryTable<TDocument>(chunks, size);
    }
}
