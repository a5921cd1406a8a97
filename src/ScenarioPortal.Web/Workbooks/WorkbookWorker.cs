namespace ScenarioPortal.Web.Workbooks;

/// <summary>Works on uploaded lists as long as the portal runs, whether or not somebody looks on.</summary>
internal sealed partial class WorkbookWorker(WorkbookDesk desk, TimeProvider time, ILogger<WorkbookWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await desk.WorkAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, the next turn may go well; an upload that breaks off again and again is given up.
                Failed(exception);
                pause = PauseAfterFailure;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "Work on an uploaded list broke off; it tries again")]
    private partial void Failed(Exception exception);
}
