using MimeKit;

namespace ScenarioPortal.Web.Mail;

/// <summary>Puts mails as <c>.eml</c> files into a folder, for machines without a mail server.</summary>
internal sealed class FolderCarrier(PortalPaths paths) : IMailCarrier
{
    public string Folder => Path.Combine(paths.Own, "mail");

    public async Task SendAsync(MimeMessage mail, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        await mail.WriteToAsync(Path.Combine(Folder, $"{mail.Date.UtcDateTime:yyyyMMdd-HHmmss}-{mail.MessageId!.Split('@')[0]}.eml"), cancellation);
    }
}
