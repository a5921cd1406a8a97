namespace ScenarioPortal.Web.Mail;

/// <summary>How mail leaves the portal. Without a host it is put into the folder <c>mail</c> of the portal's own folder. Section <c>Mail</c> of the settings.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The connection is encrypted from the start (465) or by STARTTLS; only false sends in the clear.</summary>
    public bool Encrypted { get; set; } = true;

    public string From { get; set; } = "portal@localhost";
}
