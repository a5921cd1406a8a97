using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Import;

public sealed class KilledImportTests(PortalDatabase database)
{
    private const int Rows = 4000;

    [Fact]
    public async Task An_import_that_is_killed_leaves_whole_rows_only_and_the_same_import_completes_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await using var directory = new TemporaryDirectory();
        var file = directory.Below("needs.jsonl");
        await File.WriteAllTextAsync(file, Needs(), Encoding.UTF8, TestContext.Current.CancellationToken);

        using (var import = Import(portal.Access, file))
        {
            while (!import.HasExited && await portal.ReadAsync(db => db.Opportunities.CountAsync()) == 0)
            {
                await Task.Yield();
            }

            import.Kill(entireProcessTree: true);
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var half = await portal.ReadAsync(db => db.Opportunities.CountAsync());
        Assert.InRange(half, 1, Rows - 1);
        Assert.Equal(half, await portal.ReadAsync(db => db.Scenarios.CountAsync()));

        var report = await portal.ImportAsync(ListKind.Opportunities, Needs(), publish: false);

        Assert.Equal((Rows - half, half, 0), (report.Added, report.Unchanged, report.Refused));
        Assert.Equal(Rows, await portal.ReadAsync(db => db.Opportunities.CountAsync()));
    }

    private static Process Import(DatabaseAccess access, string file) => Process.Start(new ProcessStartInfo
    {
        FileName = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ScenarioPortal.Web.dll"), "import", "opportunities", file },
        Environment = { ["ConnectionStrings__Portal"] = access.Owner, ["ConnectionStrings__PortalApplication"] = access.ApplicationSignIn },
        RedirectStandardOutput = true,
        RedirectStandardError = true
    })!;

    private static string Needs() => string.Join('\n', Enumerable.Range(1, Rows).Select(i =>
        $$"""{"id":"K{{i}}","title":"第 {{i}} 条河道的夜间巡查","publisher":"第 {{i % 40}} 水务所","field":"水利","description":"这段河道有 {{i}} 米，夜间没有人看，希望一小时内发现漂浮物。"}"""));
}
