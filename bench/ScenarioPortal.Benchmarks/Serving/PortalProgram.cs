namespace ScenarioPortal.Benchmarks.Serving;

/// <summary>The portal as anybody runs it: the program that ./portal names, else the one built beside the benchmarks.</summary>
internal sealed class PortalProgram(string folder)
{
    private static readonly string Program = Environment.GetEnvironmentVariable("PORTAL_PROGRAM") ?? Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "ScenarioPortal.Web", new DirectoryInfo(AppContext.BaseDirectory).Name, "ScenarioPortal.Web.dll"));

    /// <summary>The benchmark's own database and no other; no limit for the one visitor there is.</summary>
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["ConnectionStrings__Portal"] = null,
        ["ASPNETCORE_URLS"] = null,
        ["ASPNETCORE_ENVIRONMENT"] = null,
        ["Api__RequestsPerMinute"] = "1000000000",
        ["Limits__Enabled"] = "false"
    };

    /// <summary>A code list that ships with the portal.</summary>
    public static string DataFile(string name) => Path.Combine(Path.GetDirectoryName(Program)!, "data", name);

    public string DatabaseFolder => Path.Combine(folder, "postgres");

    public async Task<ChildProcess> ServeAsync(Uri address, bool cachePages, CancellationToken cancellation)
    {
        Dictionary<string, string?> settings = new(Settings) { ["OutputCache__Enabled"] = cachePages.ToString() };
        return await ChildProcess.Start(Program, ["run", "--empty", "--data", folder, "--urls", address.Written()], settings, "Portal ready").ReadyAsync(cancellation);
    }

    public ChildProcess Import(string list, string file) =>
        ChildProcess.Start(Program, ["import", list, file, "--publish", "--data", folder], Settings);
}
