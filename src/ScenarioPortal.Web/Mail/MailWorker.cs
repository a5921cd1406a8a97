using Npgsql;

namespace ScenarioPortal.Web.Mail;

/// <summary>Sends mail as long as the portal runs.</summary>
internal sealed partial class MailWorker(MailRoom mail, TimeProvider time, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await mail.SendDueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
            {
                Failed(exception);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "The mails that are due could not be read; it tries again")]
    private partial void Failed(Exception exception);
}
