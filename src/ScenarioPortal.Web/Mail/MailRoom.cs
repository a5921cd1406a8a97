using MailKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Mail;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Mail;

/// <summary>Sends the mails that are due. What cannot be sent waits, longer each time, and is parked after five tries; what was sent is forgotten.</summary>
internal sealed partial class MailRoom(
    IDbContextFactory<PortalDbContext> databases, IMailCarrier carrier, IOptions<MailOptions> options, IOptions<SiteOptions> site, TimeProvider time, ILogger<MailRoom> log)
{
    private const int TriesMax = 5;
    private const int AtOnce = 20;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    /// <summary>How many were taken in hand. Rows that another node has in hand are left to it.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var due = await db.Mail.FromSql(
            $"SELECT * FROM mail_messages WHERE parked_at IS NULL AND due_at <= {now} ORDER BY due_at, id LIMIT {AtOnce} FOR UPDATE SKIP LOCKED").ToListAsync(cancellation);
        foreach (var mail in due)
        {
            await SendAsync(db, mail, now, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return due.Count;
    }

    private async Task SendAsync(PortalDbContext db, MailMessage mail, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            await carrier.SendAsync(Composed(mail), cancellation);
            db.Remove(mail);
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException or ProtocolException or ParseException
            or MailKit.Security.AuthenticationException or CommandException or ServiceNotConnectedException or InvalidOperationException or TimeoutException)
        {
            mail.Attempts++;
            mail.DueAt = now + FirstWait * Math.Pow(4, mail.Attempts - 1);
            mail.ParkedAt = mail.Attempts >= TriesMax ? now : null;
            NotSent(exception, mail.Id, mail.Attempts);
        }
    }

    private MimeMessage Composed(MailMessage mail)
    {
        if (!MailAddress.IsValid(mail.To))
        {
            throw new ParseException("This is not an address that mail is sent to.", 0, 0);
        }

        var message = new MimeMessage { Subject = mail.Subject, Date = mail.CreatedAt, MessageId = $"{mail.Id:N}@portal", Body = new TextPart("plain") { Text = mail.Body } };
        message.From.Add(new MailboxAddress(site.Value.Name, options.Value.From));
        message.To.Add(new MailboxAddress(null, mail.To));
        if (mail.StopAddress is { } stop)
        {
            // RFC 8058: mail programs show a button of their own, and post there without asking further.
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }

    [LoggerMessage(LogLevel.Error, "Mail {Mail} could not be sent, try {Try}")]
    private partial void NotSent(Exception exception, Guid mail, int @try);
}
