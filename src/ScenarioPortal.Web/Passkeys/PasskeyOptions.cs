namespace ScenarioPortal.Web.Passkeys;

/// <summary>Section <c>Passkeys</c> of the settings: for which host name passkeys are made. A passkey works there and nowhere else.</summary>
internal sealed class PasskeyOptions
{
    public const string Section = "Passkeys";
    private const string ThisMachine = "localhost";

    /// <summary>The host name; without one that of the portal's public address, and never what a request claims.</summary>
    public string? Domain { get; set; }

    public string DomainOr(Uri? publicAddress) => Domain is { Length: > 0 } domain ? domain : publicAddress?.Host ?? ThisMachine;
}
