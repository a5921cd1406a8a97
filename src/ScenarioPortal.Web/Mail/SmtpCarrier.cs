using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ScenarioPortal.Web.Mail;

/// <summary>Hands mails to the server that the settings name.</summary>
internal sealed class SmtpCarrier(IOptions<MailOptions> options) : IMailCarrier
{
    private const int ImplicitTlsPort = 465;

    public async Task SendAsync(MimeMessage mail, CancellationToken cancellation)
    {
        var server = options.Value;
        using var client = new SmtpClient();
        var security = !server.Encrypted ? SecureSocketOptions.None : server.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await client.ConnectAsync(server.Host!, server.Port, security, cancellation);
        if (server.User is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, server.Password ?? "", cancellation);
        }

        await client.SendAsync(mail, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }
}
