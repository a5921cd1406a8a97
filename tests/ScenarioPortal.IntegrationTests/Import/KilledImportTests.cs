using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Web.Hosting;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Import;

public sealed class KilledImportTests(PortalDatabase database)
{
    private const int Rows = 4000;
    private const int InOneBatch = 300;

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

    /// <summary>It is stopped where the batch has been written and its items have not: nothing of it may be seen, and its number is free again.</summary>
    [Fact]
    public async Task A_release_that_is_killed_is_not_there_at_all_and_its_numbers_are_given_again()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await using var directory = new TemporaryDirectory();
        var file = directory.Below("needs.jsonl");
        await File.WriteAllTextAsync(file, Needs(InOneBatch), Encoding.UTF8, TestContext.Current.CancellationToken);
        await using (var beside = new NpgsqlConnection(portal.Access.Owner))
        {
            await beside.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = await beside.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await RunAsync(beside, "LOCK TABLE released_items IN SHARE MODE");
            using var import = Import(portal.Access, file, "--publish");
            while (!import.HasExited && await RunAsync(beside, "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'released_items'::regclass") == 0)
            {
                await Task.Yield();
            }

            Assert.False(import.HasExited);
            import.Kill(entireProcessTree: true);
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal((0, InOneBatch), (await portal.ReadAsync(db => db.ListReleases.CountAsync()), await portal.ReadAsync(db => db.Opportunities.CountAsync(o => o.Number == null && o.Status == OpportunityStatus.Draft))));

        await portal.ImportAsync(ListKind.Opportunities, Needs(InOneBatch));

        var release = await portal.ReadAsync(db => db.ListReleases.AsNoTracking().SingleAsync());
        Assert.Equal((1, InOneBatch, true), (release.Batch, release.Items.Count, release.IsIntact()));
        Assert.Equal(Enumerable.Range(1, InOneBatch), release.Items.Select(i => int.Parse(i.Number[^3..], CultureInfo.InvariantCulture)).Order());
        Assert.Equal(1, await portal.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "list.release")));

        static async Task<long> RunAsync(NpgsqlConnection connection, string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as long? ?? 0;
        }
    }

    private static Process Import(DatabaseAccess access, string file, params string[] options) =>
        PortalProcess.Start(access, ["import", "opportunities", file, .. options]);

    private static string Needs(int rows = Rows) => string.Join('\n', Enumerable.Range(1, rows).Select(i =>
        $$"""{"id":"K{{i}}","title":"第 {{i}} 条河道的夜间巡查","publisher":"第 {{i % 40}} 水务所","field":"水利","description":"这段河道有 {{i}} 米，夜间没有人看，希望一小时内发现漂浮物。"}"""));
}
