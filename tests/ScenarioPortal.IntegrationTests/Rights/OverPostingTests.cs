using ScenarioPortal.IntegrationTests.Rights.Matrix;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Rights;

/// <summary>Every form is sent twice: as it is, and with every property of every entity added. The same must come of both.</summary>
public sealed class OverPostingTests(PortalDatabase database)
{
    /// <summary>Handlers that only somebody with a device or a mail can carry out; they are sent as the matrix has them, and change nothing either way.</summary>
    private const string Asker = "owner-b";

    [Fact]
    public async Task What_a_form_does_not_declare_changes_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database, services => services.ForMatrix());
        var forms = await PortalForms.OfAsync(portal.Services);
        await using var rows = new Rows(portal.Access);
        using var browser = new MatrixBrowser(portal);
        var posts = RightsMatrix.Read().Rows.Where(r => forms.Endpoints.Contains(r.Endpoint)).GroupBy(r => r.Endpoint)
            .Select(g => g.FirstOrDefault(r => ActorOf(r) is not null) ?? g.First()).ToArray();
        List<string> wrong = [];

        foreach (var row in posts)
        {
            var (plain, hostile) = (await SendAsync(row, isHostile: false), await SendAsync(row, isHostile: true));
            wrong.AddRange(plain.Except(hostile).Concat(hostile.Except(plain)).Select(line => $"{row}: {line}"));
            wrong.AddRange(hostile.Where(line => line.Contains(HostileValue.Text, StringComparison.Ordinal)).Select(line => $"{row}: took {line}"));
            if (ActorOf(row) is not null && plain.Count == 0)
            {
                wrong.Add($"{row}: changed nothing, so nothing could be seen");
            }
        }

        Assert.Empty(forms.Endpoints.Except(posts.Select(p => p.Endpoint)));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task<IReadOnlyList<string>> SendAsync(MatrixRow row, bool isHostile)
        {
            var world = await WorldBuilder.MakeAsync(portal);
            var actor = world.Actors[ActorOf(row) ?? Asker];
            var before = await rows.ReadAsync();
            var answer = await browser.SendAsync(row.PathIn(world), actor, row.FormIn(world).Concat(isHostile ? forms.HostileFor(row.Endpoint, world) : []));
            return [$"answered {answer.Outcome}", .. Rows.Difference(before, await rows.ReadAsync(), world)];
        }
    }

    private static string? ActorOf(MatrixRow row) => row.Cells.LastOrDefault(c => c.Acts && c.Principal != "disabled")?.Principal;
}
