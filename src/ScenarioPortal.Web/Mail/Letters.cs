using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Mail;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Mail;

/// <summary>What the portal writes to people, in the language in which it is asked to. Written into what the context will save.</summary>
internal sealed class Letters(IStringLocalizer<Texts> L, IOptions<SiteOptions> site, TimeProvider time)
{
    public void Invite(PortalDbContext db, string to, string promised, string address) => Write(db, to, L["邀请您加入"],
        L["邀请您成为{0}。请在 24 小时内打开下面的地址，设置密码：", promised], address, L["地址只能用一次。如果您不知道这件事，不用理会。"]);

    public void ResetPassword(PortalDbContext db, string to, string address) => Write(db, to, L["重设密码"],
        L["有人（希望是您）要求重设密码。请在 30 分钟内打开下面的地址："], address, L["地址只能用一次。如果不是您要求的，不用理会，密码没有变。"]);

    public void PasswordChanged(PortalDbContext db, string to) => Write(db, to, L["密码已更改"],
        L["您的密码刚刚改过，其他设备上的登录都已退出。"], L["如果不是您本人，请马上重设密码，并联系平台运营方。"]);

    public void SecondFactorChanged(PortalDbContext db, string to) => Write(db, to, L["第二重验证已更改"],
        L["您账号的第二重验证刚刚改过，其他设备上的登录都已退出。"], L["如果不是您本人，请马上重设密码，并联系平台运营方。"]);

    public void RecoveryCodeUsed(PortalDbContext db, string to) => Write(db, to, L["用过一个备用码"],
        L["您的账号刚刚用一个备用码登录。"], L["如果不是您本人，请马上重设密码，并联系平台运营方。"]);

    /// <summary>Any other notice.</summary>
    public void Write(PortalDbContext db, string to, string subject, params string[] paragraphs)
    {
        var now = time.GetUtcNow();
        var name = site.Value.NameToRead;
        var body = string.Join("\n\n", [L["您好："], .. paragraphs, name]);
        db.Add(new MailMessage { To = to, Subject = Line($"{subject} - {name}"), Body = $"{body}\n", CreatedAt = now, DueAt = now });
    }

    /// <summary>A subject is one line, whatever names stand in it.</summary>
    private static string Line(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= MailMessage.SubjectMaxLength ? line : line[..MailMessage.SubjectMaxLength];
    }
}
