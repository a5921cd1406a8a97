using ScenarioPortal.Web.Credit;
using ScenarioPortal.Web.Notifications;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Publication;

/// <summary>Looks every minute at what the clock has brought about: needs whose time is over, reminders, capabilities to confirm, certificates that end, pairings that wait for an answer, credit that fades, the daily mail.</summary>
internal sealed partial class PublicationWorker(
    NeedExpiry expiry, ClosingReminders reminders, CapabilityConfirmations confirmations, CertificateEnds certificates, PairingClock pairings, CreditClock credit, DailyMail daily, TimeProvider time, ILogger<PublicationWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(expiry.CloseAsync, stoppingToken);
                await TryAsync(reminders.SendAsync, stoppingToken);
                await TryAsync(confirmations.AskAsync, stoppingToken);
                await TryAsync(confirmations.LapseAsync, stoppingToken);
                await TryAsync(certificates.NoteAsync, stoppingToken);
                await TryAsync(pairings.LapseAsync, stoppingToken);
                await TryAsync(pairings.RemindAsync, stoppingToken);
                await TryAsync(credit.WeighAsync, stoppingToken);
                await TryAsync(daily.SendAsync, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Until nothing is left. Whatever goes wrong with one, the others have their turn, and it has its next one in a minute.</summary>
    private async Task TryAsync(Func<CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        try
        {
            while (await work(cancellation) > 0)
            {
            }
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Failed(exception, work.Method.DeclaringType?.Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "What the clock has brought about could not be done ({Work}); it tries again")]
    private partial void Failed(Exception exception, string? work);
}
