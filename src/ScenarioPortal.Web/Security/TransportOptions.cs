namespace ScenarioPortal.Web.Security;

/// <summary>How the portal is reached. Section <c>Transport</c> of the settings.</summary>
internal sealed class TransportOptions
{
    public const string Section = "Transport";

    /// <summary>Addresses and networks (such as 10.1.0.0/16) of the reverse proxies before the portal; only what they say about who asks is believed.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>Pages asked for without TLS lead to the same address with it; anything else without TLS is refused.</summary>
    public bool HttpsOnly { get; set; }
}
