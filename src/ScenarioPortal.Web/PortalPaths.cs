namespace ScenarioPortal.Web;

/// <summary>Where the portal finds what ships with it, and where it keeps what is its own.</summary>
internal sealed record PortalPaths
{
    /// <summary>The folder of code lists, thesaurus and demonstration lists that ships with the program.</summary>
    public string Shipped { get; init; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>The folder of dictionaries that the build takes from their packages.</summary>
    public string Dictionaries { get; init; } = Path.Combine(AppContext.BaseDirectory, "dictionaries");

    /// <summary>The portal's own folder: embedded database, mail, keys.</summary>
    public required string Own { get; init; }

    public string Data(string name) => Path.Combine(Shipped, name);
}
