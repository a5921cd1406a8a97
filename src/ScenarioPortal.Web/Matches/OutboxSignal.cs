namespace ScenarioPortal.Web.Matches;

/// <summary>Wakes everybody on this node who follows the outbox.</summary>
internal sealed class OutboxSignal
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Ends when something is written from now on; asked for before one looks, so that nothing falls between.</summary>
    public Task Next => _next.Task;

    /// <summary>Whether changes are told at all: otherwise one has to look more often.</summary>
    public bool IsTold { get; private set; }

    public void Raise()
    {
        IsTold = true;
        Interlocked.Exchange(ref _next, New()).SetResult();
    }

    public void Lose() => IsTold = false;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
