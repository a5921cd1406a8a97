using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.IntegrationTests.Rights.Matrix;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Rights;

/// <summary>Holds docs/rights-matrix.tsv against the running portal and PostgreSQL.</summary>
public sealed class RightsMatrixTests(PortalDatabase database)
{
    private const int MostTold = 200;

    [Fact]
    public async Task Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var endpoints = await PortalEndpoints.OfAsync(portal.Services);
        var rows = RightsMatrix.Read().Rows.Select(r => r.Endpoint).ToHashSet();

        AssertNone([.. endpoints.Except(rows)]);
        AssertNone([.. rows.Except(endpoints)]);
    }

    [Fact]
    public async Task Every_cell_is_answered_as_the_matrix_says()
    {
        await using var portal = await PortalHost.StartAsync(database, services => services.ForMatrix());
        var matrix = RightsMatrix.Read();
        await using var run = new MatrixRun(portal, matrix, await WorldBuilder.MakeAsync(portal));

        await run.EveryCellAsync();

        await Console.Out.WriteLineAsync($"Rights matrix: {matrix.Rows.Select(r => r.Endpoint).Distinct().Count()} endpoints, {matrix.Principals.Count} principals, {run.Cells} cells, {run.Wrong.Count} wrong.");
        AssertNone(run.Wrong);
    }

    [Fact]
    public async Task Without_the_first_wall_the_database_alone_shows_and_changes_nothing_foreign() =>
        AssertNone([.. (await RefusedAsync(services => services.WithoutFirstWall())).Where(w => !IsWorkOfBoth(w))]);

    [Fact]
    public async Task Without_the_second_wall_the_pages_alone_show_and_change_nothing_foreign() =>
        AssertNone(await RefusedAsync(services => services.WithoutSecondWall()));

    /// <summary>The positive control: a matrix that cannot turn red proves nothing.</summary>
    [Fact]
    public async Task One_check_of_ownership_less_turns_the_matrix_red()
    {
        string[] near = ["/opportunities/", "/capabilities/"];
        var wrong = await RefusedAsync(services =>
        {
            services.WithoutFirstWall("/opportunities/");
            services.WithoutSecondWall();
        }, row => near.Any(page => $"{row}".Contains($" {page}", StringComparison.Ordinal)));

        Assert.NotEmpty(wrong);
        Assert.All(wrong, w => Assert.Contains(" /opportunities/{id:guid}", w[..w.IndexOf('[', StringComparison.Ordinal)], StringComparison.Ordinal));
    }

    /// <summary>Sessions end when one administrator disables an account and when the other takes a role away. Why, the database cannot tell.</summary>
    private const string WorkOfBoth = "POST /administration/accounts/{id:guid}?handler=EndSessions ";

    private static bool IsWorkOfBoth(string wrong) =>
        wrong.StartsWith(WorkOfBoth, StringComparison.Ordinal) && wrong.EndsWith(" security: changed sessions", StringComparison.Ordinal);

    /// <summary>Tells what there is instead of nothing, as far as somebody reads on.</summary>
    private static void AssertNone(IReadOnlyList<string> wrong) => Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(MostTold)));

    private async Task<IReadOnlyList<string>> RefusedAsync(Action<IServiceCollection> change, Func<MatrixRow, bool>? isAsked = null)
    {
        await using var portal = await PortalHost.StartAsync(database, services =>
        {
            services.ForMatrix();
            change(services);
        });
        await using var run = new MatrixRun(portal, RightsMatrix.Read(), await WorldBuilder.MakeAsync(portal));
        await run.RefusedCellsAsync(isAsked ?? (_ => true), row => $"{row}".StartsWith(WorkOfBoth, StringComparison.Ordinal));
        Assert.NotEqual(0, run.Cells);
        return run.Wrong;
    }
}
