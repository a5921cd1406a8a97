namespace ScenarioPortal.Matching.Index;

/// <summary>A second thread for one search. If none is free before the search is through, it does nothing and nobody waits for it.</summary>
internal sealed class Companion
{
    private const int Waiting = 0;
    private const int Working = 1;
    private const int Late = 2;

    private readonly Task<ulong[]> _task;
    private int _state = Waiting;

    /// <param name="work">Gives the keys of the documents that it found.</param>
    public Companion(Func<ulong[]> work) =>
        _task = Task.Run(() => Interlocked.CompareExchange(ref _state, Working, Waiting) == Waiting ? work() : []);

    /// <summary>What it found, as soon as it has come to an end.</summary>
    public ulong[] Join() => Interlocked.CompareExchange(ref _state, Late, Waiting) == Waiting ? [] : _task.GetAwaiter().GetResult();
}
