using Microsoft.Extensions.Options;
using ScenarioPortal.Data.Mail;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Notifications;

/// <summary>Writes notifications as mails, each with the link that stops its kind.</summary>
internal sealed class NoticeMail(StopLinks stop, PortalAddress address, IOptions<SiteOptions> site)
{
    public MailMessage Of(Notification told, string to, DateTimeOffset now)
    {
        var words = NoticeWords.Of(told);
        return Written(to, $"{words.Chinese} / {words.English}", [Paragraph(told)], stop.For(told.AccountId, told.Kind), now);
    }

    /// <summary>All of a day in one mail.</summary>
    public MailMessage Daily(Guid account, string to, IReadOnlyList<Notification> told, DateTimeOffset now) => Written(
        to, $"{told.Count} 条新消息 / {told.Count} new messages", told.Select(Paragraph), stop.ForDaily(account), now);

    private string Paragraph(Notification told)
    {
        var words = NoticeWords.Of(told);
        return $"{words.Chinese}\n{words.English}\n{address.Of(NoticeWords.PathOf(told))}";
    }

    private MailMessage Written(string to, string subject, IEnumerable<string> paragraphs, string stopAddress, DateTimeOffset now) => new()
    {
        To = to,
        Subject = Line($"{subject} - {site.Value.Name}"),
        Body = $"""
            {string.Join("\n\n", paragraphs)}

            不想再收到这类邮件（不用登录）：{stopAddress}
            To stop mails of this kind, without signing in: {stopAddress}
            怎样接收，由您选：{address.Of(Links.NotificationChoices)}
            How you are told is yours to choose: {address.Of(Links.NotificationChoices)}

            """,
        StopAddress = stopAddress,
        CreatedAt = now,
        DueAt = now
    };

    /// <summary>A subject is one line, whatever names stand in it.</summary>
    private static string Line(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= MailMessage.SubjectMaxLength ? line : $"{line[..(MailMessage.SubjectMaxLength - 1)]}…";
    }
}
