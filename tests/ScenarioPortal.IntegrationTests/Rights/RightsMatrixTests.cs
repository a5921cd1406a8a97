using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.IntegrationTests.Rights.Matrix;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Rights;

/// <summary>Holds docs/rights-matrix.tsv against the running portal and PostgreSQL.</summary>
public sealed class RightsMatrixTests(PortalDatabase database)
{
    [Fact]
    public async Task Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var endpoints = await PortalEndpoints.OfAsync(portal.Services);
        var rows = RightsMatrix.Read().Rows.Select(r => r.Endpoint).ToHashSet();

        Assert.Empty(endpoints.Except(rows));
        Assert.Empty(rows.Except(endpoints));
    }

    [Fact]
    public async Task Every_cell_is_answered_as_the_matrix_says()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var matrix = RightsMatrix.Read();
        await using var run = new MatrixRun(portal, matrix, await WorldBuilder.MakeAsync(portal));

        await run.EveryCellAsync();

        await Console.Out.WriteLineAsync($"Rights matrix: {matrix.Rows.Select(r => r.Endpoint).Distinct().Count()} endpoints, {matrix.Principals.Count} principals, {run.Cells} cells, {run.Wrong.Count} wrong.");
        Assert.Empty(run.Wrong);
    }

    [Fact]
    public async Task Without_the_first_wall_the_database_alone_shows_and_changes_nothing_foreign() =>
        Assert.Empty(await RefusedAsync(services => services.WithoutFirstWall()));

    [Fact]
    public async Task Without_the_second_wall_the_pages_alone_show_and_change_nothing_foreign() =>
        Assert.Empty(await RefusedAsync(services => services.WithoutSecondWall()));

    /// <summary>The positive control: a matrix that cannot turn red proves nothing.</summary>
    [Fact]
    public async Task One_check_of_ownership_less_turns_the_matrix_red()
    {
        var wrong = await RefusedAsync(services =>
        {
            services.WithoutFirstWall("/opportunities/");
            services.WithoutSecondWall();
        });

        Assert.NotEmpty(wrong);
        Assert.All(wrong, w => Assert.StartsWith("GET /opportunities/{id:guid}", w, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> RefusedAsync(Action<IServiceCollection> change)
    {
        await using var portal = await PortalHost.StartAsync(database, change);
        await using var run = new MatrixRun(portal, RightsMatrix.Read(), await WorldBuilder.MakeAsync(portal));
        await run.RefusedCellsAsync();
        Assert.NotEqual(0, run.Cells);
        return run.Wrong;
    }
}
