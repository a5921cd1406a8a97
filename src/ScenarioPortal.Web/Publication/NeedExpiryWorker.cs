namespace ScenarioPortal.Web.Publication;

/// <summary>Looks every minute for needs whose time is over.</summary>
internal sealed partial class NeedExpiryWorker(NeedExpiry expiry, TimeProvider time, ILogger<NeedExpiryWorker> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            while (await expiry.CloseAsync(cancellation) > 0)
            {
            }
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it was, the next turn may go well.
            Failed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Needs whose time is over could not be closed; it tries again")]
    private partial void Failed(Exception exception);
}
