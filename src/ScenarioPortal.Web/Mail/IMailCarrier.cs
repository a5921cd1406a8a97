using MimeKit;

namespace ScenarioPortal.Web.Mail;

/// <summary>Takes a finished mail away.</summary>
internal interface IMailCarrier
{
    Task SendAsync(MimeMessage mail, CancellationToken cancellation);
}
