using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Notifications;

/// <summary>Links that stop mails of one kind for one person, sealed by the portal: whoever has the mail needs no password for this.</summary>
internal sealed class StopLinks(IDataProtectionProvider protection, PortalAddress address)
{
    private const string EveryDay = "Daily";
    private readonly IDataProtector _seal = protection.CreateProtector("ScenarioPortal.Notifications.Stop");

    public string For(Guid account, NotificationKind kind) => address.Of(Links.StopNotifications(TokenOf(account, kind)));

    public string ForDaily(Guid account) => address.Of(Links.StopNotifications(Seal(account, EveryDay)));

    public string TokenOf(Guid account, NotificationKind kind) => Seal(account, kind.ToString());

    /// <summary>Null for what the portal did not write.</summary>
    public Stopped? Read(string token)
    {
        try
        {
            return _seal.Unprotect(token).Split('|') is [var account, var kind] && Guid.TryParse(account, out var id)
                ? kind == EveryDay ? new Stopped(id, null) : Enum.TryParse<NotificationKind>(kind, out var one) ? new Stopped(id, one) : null
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string Seal(Guid account, string kind) => _seal.Protect($"{account:N}|{kind}");

    /// <summary>Whose mails of which kind; null is the daily mail.</summary>
    internal sealed record Stopped(Guid Account, NotificationKind? Kind);
}
