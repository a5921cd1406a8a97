using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Web.Audit;

/// <summary>
/// Holds each list release against the hash it was released with and against the one that the audit trail noted, and the files that went with its
/// rows against those that lie there now, by item.
/// </summary>
internal sealed class ReleaseCheck(IReadOnlyDictionary<Guid, string> noted, ILookup<Guid, string> attached)
{
    private readonly HashSet<Guid> _missing = [.. noted.Keys];

    public int Count { get; private set; }

    public int Rows { get; private set; }

    public int Files { get; private set; }

    public void Take(ListRelease release)
    {
        if (!release.IsIntact())
        {
            throw new ChainBrokenException($"The rows of “{release.Title}” are not those that were released.");
        }

        if (!noted.TryGetValue(release.Id, out var hash) || hash != release.ContentHash)
        {
            throw new ChainBrokenException($"“{release.Title}” is not what the audit trail says was released.");
        }

        foreach (var item in release.Items)
        {
            var frozen = item.Content.Files ?? [];
            if (frozen.FirstOrDefault(f => !attached[item.SubjectId].Contains(f.Hash)) is { } replaced)
            {
                throw new ChainBrokenException($"The file “{replaced.Name}” of {item.Number} is not the one that was released.");
            }

            Files += frozen.Count;
        }

        _missing.Remove(release.Id);
        Count++;
        Rows += release.Items.Count;
    }

    public void Finish()
    {
        if (_missing.Count > 0)
        {
            throw new ChainBrokenException($"The list release {_missing.First()} was released and is gone.");
        }
    }
}
