using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Import;

namespace ScenarioPortal.Web.Demonstration;

/// <summary>The lists of the fictional 示范市, imported like any other file.</summary>
internal sealed class DemonstrationLists(ImportList import, PortalPaths paths)
{
    public const string Actor = "demonstration";

    private static readonly (ListKind Kind, string File)[] Files =
    [
        (ListKind.Opportunities, "city-needs.xlsx"),
        (ListKind.Capabilities, "city-capabilities.csv"),
        (ListKind.Opportunities, "street-needs.xlsx"),
        (ListKind.Capabilities, "street-capabilities.xlsx"),
        (ListKind.Opportunities, "low-altitude-needs.xlsx")
    ];

    public async Task LoadAsync(CancellationToken cancellation)
    {
        foreach (var (kind, name) in Files)
        {
            var report = await TakeAsync(kind, name, publish: true, cancellation);
            Console.WriteLine($"Demonstration list {name}: {report.Added + report.Unchanged} rows taken, {report.Refused} refused.");
        }
    }

    /// <summary>What companies can do, before any of it is released.</summary>
    public async Task LoadCapabilitiesAsync(CancellationToken cancellation)
    {
        foreach (var (kind, name) in Files.Where(f => f.Kind is ListKind.Capabilities))
        {
            await TakeAsync(kind, name, publish: false, cancellation);
        }
    }

    private async Task<ImportReport> TakeAsync(ListKind kind, string name, bool publish, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(paths.Data(Path.Combine("demo", name)));
        return await import.RunAsync(file, new ImportOptions { Kind = kind, FileName = name, Actor = Actor, Publish = publish }, cancellation);
    }
}
