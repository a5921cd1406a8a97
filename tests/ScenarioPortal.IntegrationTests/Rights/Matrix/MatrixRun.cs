using System.Collections.Concurrent;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Asks the portal what the matrix says, cell by cell, and notes where the answer is another.</summary>
internal sealed class MatrixRun(PortalHost portal, RightsMatrix matrix, World world) : IAsyncDisposable
{
    private readonly MatrixBrowser _browser = new(portal);
    private readonly Checksum _checksum = new(portal.Access);
    private readonly ConcurrentBag<string> _wrong = [];
    private readonly ConcurrentDictionary<string, long> _refusals = [];
    private IReadOnlyDictionary<string, string> _sums = new Dictionary<string, string>();
    private int _cells;

    public int Cells => _cells;

    public IReadOnlyList<string> Wrong => [.. _wrong.Order(StringComparer.Ordinal)];

    /// <summary>Every cell: those that change nothing in one world, those that act each in a world of its own.</summary>
    public async Task EveryCellAsync()
    {
        _sums = await _checksum.OfAllAsync();
        foreach (var row in matrix.Rows)
        {
            await Task.WhenAll(row.Cells.Where(c => !c.Acts).Select(c => CellAsync(row, c, world)));
            await ExpectNoChangeAsync($"{row}");
            await ExpectRefusalsNotedAsync(row);
        }

        await Parallel.ForEachAsync(matrix.Rows.SelectMany(row => row.Cells.Where(c => c.Acts).Select(c => (row, c))), new ParallelOptions { MaxDegreeOfParallelism = 3 },
            async (cell, _) => await ActingCellAsync(cell.row, cell.c, await WorldBuilder.MakeAsync(portal)));
    }

    /// <summary>Every refused cell, asked again where a wall is down: nothing may be shown or changed, whatever the status.</summary>
    /// <param name="isAsked">Which rows are gone through.</param>
    /// <param name="isTold">Rows of which it matters whose request changed something; of others all are asked at once.</param>
    public async Task RefusedCellsAsync(Func<MatrixRow, bool> isAsked, Func<MatrixRow, bool> isTold)
    {
        _sums = await _checksum.OfAllAsync();
        foreach (var row in matrix.Rows.Where(isAsked))
        {
            var refused = row.Cells.Where(c => c.IsRefused).ToArray();
            if (!isTold(row))
            {
                await Task.WhenAll(refused.Select(c => AskAsync(row, c)));
                await ExpectNoChangeAsync($"{row}");
                continue;
            }

            foreach (var cell in refused)
            {
                await AskAsync(row, cell);
                await ExpectNoChangeAsync($"{row} {cell.Principal}");
            }
        }

        async Task AskAsync(MatrixRow row, Cell cell) => Examine(row, cell, await _browser.AskAsync(row, world.Actors[cell.Principal], row.PathIn(world), world), world);
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return _checksum.DisposeAsync();
    }

    private async Task CellAsync(MatrixRow row, Cell cell, World at)
    {
        var (path, actor) = (row.PathIn(at), at.Actors[cell.Principal]);
        var answer = await _browser.AskAsync(row, actor, path, at);
        Examine(row, cell, answer, at);
        if (answer.Outcome != cell.Answered)
        {
            _wrong.Add($"{row} {cell.Principal}: {answer.Outcome} and not {cell.Expected}");
            return;
        }

        CountRefusal(row, cell, actor);
        if (cell.Expected == "404" && row.NamesSomething && row.AbsentIn(at) is { } absent)
        {
            var nothing = await _browser.AskAsync(row, actor, absent, at);
            CountRefusal(row, cell, actor);
            if (nothing.Comparable(absent) != answer.Comparable(path))
            {
                _wrong.Add($"{row} {cell.Principal}: looks other than what does not exist");
            }
        }
    }

    private async Task ActingCellAsync(MatrixRow row, Cell cell, World at)
    {
        await CellAsync(row, cell, at);
        var actors = at.Actors.Values.Where(a => a.Account is not null).Append(at.Actors[cell.Principal]).Select(a => a.InTrail);
        if (!await _checksum.HasActedAsync(actors, at.Organisations))
        {
            _wrong.Add($"{row} {cell.Principal}: nothing was carried out");
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

    private void CountRefusal(MatrixRow row, Cell cell, Actor actor)
    {
        if (actor.Account is not null && (cell.Expected == "403" || (cell.Expected == "404" && row.NamesSomething)))
        {
            _refusals.AddOrUpdate(actor.InTrail, 1, (_, count) => count + 1);
        }
    }

    private async Task ExpectRefusalsNotedAsync(MatrixRow row)
    {
        var noted = await _checksum.RefusalsAsync();
        foreach (var (actor, count) in _refusals.Where(r => noted.GetValueOrDefault(r.Key) < r.Value))
        {
            _wrong.Add($"{row} {world.Actors.Values.First(a => a.InTrail == actor).Name}: refused and not noted in the trail");
            _refusals[actor] = noted.GetValueOrDefault(actor);
        }
    }

    private async Task ExpectNoChangeAsync(string by)
    {
        var after = await _checksum.OfAllAsync();
        foreach (var table in _sums.Keys.Where(t => _sums[t] != after[t]))
        {
            _wrong.Add($"{by}: changed {table}");
        }

        _sums = after;
    }
}
