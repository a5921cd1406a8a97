using Microsoft.AspNetCore.OutputCaching;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Web.Catalogue;

namespace ScenarioPortal.Web.Matches;

/// <summary>
/// Follows the outbox as long as the portal runs: what is searched and matched, the lists, and the matching that is due, each by itself, so that the quick ones never wait for the
/// slow. It is told of changes by the database, and looks by itself in case it was not.
/// </summary>
internal sealed partial class MatchWorker(
    LiveIndex index, MatchKeeper keeper, OutboxBacklog backlog, OutboxListener listener, IOutputCacheStore pages, IConfiguration configuration, TimeProvider time, ILogger<MatchWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseWhereTold = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseBetweenLists = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterLoss = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private readonly OutboxSignal _signal = new();

    /// <summary>The index is loaded before the portal answers: an empty list would be a wrong answer.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        index.Replaced += cancellation => pages.EvictByTagAsync(PublicPages.Tag, cancellation);
        await index.LoadAsync(cancellationToken);
        await backlog.ForgetAsync(Remembered, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        ListenAsync(stoppingToken),
        RepeatAsync(async () =>
        {
            await index.TakeInAsync(stoppingToken);
            return false;
        }, stoppingToken),
        RepeatAsync(async () =>
        {
            // Changes seldom come alone: the next of a row share one count.
            await index.CatchUpAsync(stoppingToken);
            await Task.Delay(PauseBetweenLists, time, stoppingToken);
            return false;
        }, stoppingToken),
        RepeatAsync(async () =>
        {
            var done = await keeper.WorkAsync(stoppingToken);
            if (done > 0)
            {
                await pages.EvictByTagAsync(PublicPages.Tag, stoppingToken);
            }

            return done > 0;
        }, stoppingToken));

    /// <param name="turn">Says whether there may be more to do at once.</param>
    /// <param name="stoppingToken">Ends it.</param>
    private async Task RepeatAsync(Func<Task<bool>> turn, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = _signal.Next;
            try
            {
                if (!await turn())
                {
                    await next.WaitAsync(_signal.IsTold ? PauseWhereTold : Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, the next turn may go well; without turns the portal would stand still unseen.
                Failed(exception);
                await Task.Delay(PauseAfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        // Behind a pooler that shares connections between transactions nobody can listen.
        while (configuration.GetValue("Outbox:Listen", true) && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await listener.ListenAsync(_signal.Raise, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                _signal.Lose();
                Lost(exception);
                await Task.Delay(PauseAfterLoss, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Matching could not follow the changes; it tries again")]
    private partial void Failed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The database cannot tell of changes; until it can, this node looks twice a second")]
    private partial void Lost(Exception exception);
}
