using System.Collections.Concurrent;
using System.Text;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Asks the portal what the matrix says, cell by cell, and notes where the answer is another.</summary>
internal sealed class MatrixRun(PortalHost portal, RightsMatrix matrix, World world) : IAsyncDisposable
{
    private readonly HttpClient _browser = portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
    private readonly Checksum _checksum = new(portal.Access);
    private readonly ConcurrentBag<string> _wrong = [];
    private int _cells;

    public int Cells => _cells;

    public IReadOnlyList<string> Wrong => [.. _wrong.Order(StringComparer.Ordinal)];

    /// <summary>Every cell: those that change nothing at once in one world, those that act each in a world of its own.</summary>
    public async Task EveryCellAsync()
    {
        foreach (var row in matrix.Rows)
        {
            await WithoutChangeAsync(row, [], () => Task.WhenAll(CellsOf(row).Where(c => !c.Acts).Select(c => CellAsync(row, c, world))));
        }

        await Parallel.ForEachAsync(matrix.Rows.SelectMany(row => CellsOf(row).Where(c => c.Acts).Select(c => (row, c))), new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (cell, _) => await CellAsync(cell.row, cell.c, await WorldBuilder.MakeAsync(portal)));
    }

    /// <summary>Every refused cell, asked again where a wall is down: nothing foreign may be shown or changed, whatever the status.</summary>
    public async Task RefusedCellsAsync()
    {
        foreach (var row in matrix.Rows)
        {
            foreach (var cell in CellsOf(row).Where(c => c.Expected is "403" or "404"))
            {
                await WithoutChangeAsync(row, world.Actors[cell.Principal].Own, async () => Examine(row, cell, await AskAsync(row, cell, row.PathIn(world), world), world));
            }
        }
    }

    public ValueTask DisposeAsync() => _checksum.DisposeAsync();

    private IEnumerable<Cell> CellsOf(MatrixRow row) => matrix.Principals.Zip(row.Cells, (principal, expected) => new Cell(principal, expected, row.Verb));

    private async Task CellAsync(MatrixRow row, Cell cell, World at)
    {
        var path = row.PathIn(at);
        var answer = await AskAsync(row, cell, path, at);
        Examine(row, cell, answer, at);
        if (answer.Outcome != cell.Expected)
        {
            _wrong.Add($"{row} {cell.Principal}: {answer.Outcome} and not {cell.Expected}");
        }
        else if (cell.Expected == "404" && row.AbsentPath is { } absent && (await AskAsync(row, cell, absent, at)).Comparable(absent) != answer.Comparable(path))
        {
            _wrong.Add($"{row} {cell.Principal}: looks other than what does not exist");
        }
    }

    private void Examine(MatrixRow row, Cell cell, Answer answer, World at)
    {
        Interlocked.Increment(ref _cells);
        foreach (var secret in at.Secrets.Where(s => !s.Readers.Contains(cell.Principal) && answer.Body.Contains(s.Text, StringComparison.Ordinal)))
        {
            _wrong.Add($"{row} {cell.Principal}: shows {secret.Text}");
        }
    }

    private async Task<Answer> AskAsync(MatrixRow row, Cell cell, string path, World at)
    {
        var actor = at.Actors[cell.Principal];
        using var request = new HttpRequestMessage(new HttpMethod(row.Verb), path);
        request.Headers.Add("Cookie", actor.Cookies);
        if (row.Verb == "POST")
        {
            request.Content = path.StartsWith("/api/", StringComparison.Ordinal)
                ? new StringContent("{}", Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent(row.FormIn(at).Append(new("__RequestVerificationToken", actor.Token)));
        }

        using var response = await _browser.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    private async Task WithoutChangeAsync(MatrixRow row, IReadOnlyList<Guid> own, Func<Task> ask)
    {
        var before = await _checksum.OfAllAsync(own);
        await ask();
        var after = await _checksum.OfAllAsync(own);
        foreach (var table in before.Keys.Where(t => before[t] != after[t]))
        {
            _wrong.Add($"{row}: changed {table}");
        }
    }

    private sealed record Cell(string Principal, string Expected, string Verb)
    {
        public bool Acts => Verb == "POST" && Expected == "done";
    }
}
