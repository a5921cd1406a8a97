using System.Globalization;
using System.Text.Json;
using ScenarioPortal.Data.Audit;

namespace ScenarioPortal.Web.Audit;

/// <summary>Walks along the chain and holds each entry against its number, its hash and what was recorded outside.</summary>
internal sealed class ChainCheck(IEnumerable<ChainHead> recorded)
{
    private readonly Dictionary<long, HashSet<string>> _recorded =
        recorded.GroupBy(h => h.Sequence).ToDictionary(g => g.Key, g => g.Select(h => h.Hash).ToHashSet());

    private readonly Dictionary<Guid, string> _releasedHashes = [];

    public long Length { get; private set; }

    public string Hash { get; private set; } = ChainReader.Beginning;

    /// <summary>What the trail says each list release contained.</summary>
    public IReadOnlyDictionary<Guid, string> ReleasedHashes => _releasedHashes;

    public void Take(ChainLink link)
    {
        Require(link.Sequence == Length + 1, $"Entry {Length + 1} of the audit trail is missing; entry {link.Sequence} stands in its place.");
        Require(link.Computed == link.Hash, $"Entry {link.Sequence} of the audit trail ({link.Action}, {link.At:u}) does not fit its hash: it or the one before it was changed.");
        Require(!_recorded.TryGetValue(link.Sequence, out var hashes) || (hashes.Count == 1 && hashes.Contains(link.Hash)),
            $"Entry {link.Sequence} of the audit trail is not the one whose hash was recorded outside: the chain was rewritten.");
        if (link is { Action: "list.release", Subject: { } release })
        {
            using var detail = JsonDocument.Parse(link.Detail);
            _releasedHashes[release] = detail.RootElement.GetProperty("hash").GetString()!;
        }

        (Length, Hash) = (link.Sequence, link.Hash);
    }

    public void Finish((long Sequence, string Hash) head)
    {
        var beyond = _recorded.Keys.Where(s => s > Length).DefaultIfEmpty().Min();
        Require(beyond == 0, $"The audit trail ends at entry {Length}, but entry {beyond} was recorded outside: its end was cut off.");
        Require(head == (Length, Hash), $"The audit trail ends at entry {Length}, but the database says it ended at {head.Sequence}: its end was cut off.");
    }

    private static void Require(bool holds, FormattableString otherwise)
    {
        if (!holds)
        {
            throw new ChainBrokenException(otherwise.ToString(CultureInfo.InvariantCulture));
        }
    }
}
