namespace ScenarioPortal.Web.Hosting;

/// <summary>How the portal is to be served.</summary>
internal sealed record ServerOptions
{
    public const string UsualUrl = "http://127.0.0.1:5080";

    public const string UsualFolder = ".data";

    /// <summary>Settings in the .NET way, as <c>--Section:Key=value</c>.</summary>
    public string[] Arguments { get; init; } = [];

    public string? Urls { get; init; }

    /// <summary>The portal's own folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Fill an empty database with the demonstration lists.</summary>
    public bool WithDemonstration { get; init; }

    /// <summary>Say on the console when the portal answers.</summary>
    public bool Announce { get; init; }
}
