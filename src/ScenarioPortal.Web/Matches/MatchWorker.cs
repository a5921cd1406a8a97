using Microsoft.AspNetCore.OutputCaching;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Web.Catalogue;

namespace ScenarioPortal.Web.Matches;

/// <summary>Follows the outbox as long as the portal runs: refreshes this node's index, then does the matching that is due.</summary>
internal sealed partial class MatchWorker(
    LiveIndex index, MatchKeeper keeper, OutboxBacklog backlog, IOutputCacheStore pages, TimeProvider time, ILogger<MatchWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>The index is loaded before the portal answers: an empty list would be a wrong answer.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        index.Replaced += cancellation => pages.EvictByTagAsync(PublicPages.Tag, cancellation);
        await index.LoadAsync(cancellationToken);
        await backlog.ForgetAsync(Remembered, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await index.CatchUpAsync(stoppingToken);
                var done = await keeper.WorkAsync(stoppingToken);
                if (done > 0)
                {
                    await pages.EvictByTagAsync(PublicPages.Tag, stoppingToken);
                    pause = TimeSpan.Zero;
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, the next turn may go well; without turns the portal would stand still unseen.
                Failed(exception);
                pause = PauseAfterFailure;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "Matching could not follow the changes; it tries again")]
    private partial void Failed(Exception exception);
}
