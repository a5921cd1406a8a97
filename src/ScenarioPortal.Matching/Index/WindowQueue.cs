namespace ScenarioPortal.Matching.Index;

/// <summary>The windows of a segment in the order of what their best document could score, for one thread or two. Room for them is kept from search to search.</summary>
internal sealed class WindowQueue
{
    private int[] _windows = [];

    /// <summary>Negative, as sorting puts the lowest first.</summary>
    private int[] _bounds = [];

    private int _count;
    private int _next;

    /// <summary>Begins anew with so many windows, of which each could score nothing yet; what it can score is to be taken away.</summary>
    public Span<int> Clear(int windows)
    {
        if (_windows.Length < windows)
        {
            (_windows, _bounds) = (new int[windows], new int[windows]);
        }

        (_count, _next) = (windows, 0);
        _bounds.AsSpan(0, windows).Clear();
        return _bounds.AsSpan(0, windows);
    }

    public void Rank()
    {
        for (var window = 0; window < _count; window++)
        {
            _windows[window] = window;
        }

        _bounds.AsSpan(0, _count).Sort(_windows.AsSpan(0, _count));
    }

    /// <summary>The next that could score enough, for nobody else; false when there is none.</summary>
    public bool TryTake(int required, out int window)
    {
        var at = Interlocked.Increment(ref _next) - 1;
        var could = at < _count && -_bounds[at] >= required;
        window = could ? _windows[at] : -1;
        return could;
    }
}
