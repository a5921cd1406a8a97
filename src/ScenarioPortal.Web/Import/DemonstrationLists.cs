using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Web.Import;

/// <summary>The lists of the fictional 示范市, imported like any other file.</summary>
internal sealed class DemonstrationLists(ImportList import, PortalPaths paths)
{
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
            await using var file = File.OpenRead(paths.Data(Path.Combine("demo", name)));
            var report = await import.RunAsync(file, new ImportOptions { Kind = kind, FileName = name, Actor = "demonstration", Publish = true }, cancellation);
            Console.WriteLine($"Demonstration list {name}: {report.Added} rows taken, {report.Refused} refused.");
        }
    }
}
