namespace ScenarioPortal.Matching.Index;

/// <summary>
/// An index that changes: whoever reads goes on with what was there, a change becomes visible as a whole, and when much was added the large segment is
/// made anew in the background. A merge that fails or is stopped leaves everything as it was; the next change tries again.
/// </summary>
public sealed class MatchIndex : IMatchIndex, IDisposable
{
    private readonly Lock _writing = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Action _merged;
    private volatile ImpactIndex _now;

    /// <param name="empty">The index to begin with.</param>
    /// <param name="merged">Called after a merge in the background, which changes where documents lie and nothing else; outside of all locks.</param>
    public MatchIndex(ImpactIndex empty, Action? merged = null) => (_now, _merged) = (empty, merged ?? (static () => { }));

    /// <summary>The index as it is now; it stays as it is.</summary>
    public ImpactIndex Now => _now;

    public int Count => _now.Count;

    /// <summary>The merge that is going on, or the last one. It ends well also when it was stopped.</summary>
    public Task Merging { get; private set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public int Find(ReadOnlySpan<ulong> terms, ReadOnlySpan<float> weights, Span<IndexHit> best, IDocumentFilter? filter = null) =>
        _now.Find(terms, weights, best, filter);

    /// <inheritdoc cref="ImpactIndex.With"/>
    public void Apply(IEnumerable<IndexedDocument> changed, IEnumerable<int> removed)
    {
        lock (_writing)
        {
            _now = _now.With(changed, removed);
            if (_now.WantsMerge && Merging.IsCompleted && !_stopping.IsCancellationRequested)
            {
                var held = _now = _now.Hold();
                var stop = _stopping.Token;
                Merging = Task.Run(() => Merge(held, stop), CancellationToken.None);
            }
        }
    }

    /// <summary>Stops a merge that is going on, and no other begins. Reading and changing go on.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            _stopping.Cancel();
            _stopping.Dispose();
        }
    }

    private void Merge(ImpactIndex held, CancellationToken stop)
    {
        try
        {
            var merged = held.Merge(stop);
            lock (_writing)
            {
                _now = _now.Replace(held, merged);
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or OutOfMemoryException)
        {
            lock (_writing)
            {
                _now = _now.Release();
            }

            return;
        }

        _merged();
    }
}
