using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Audit;

namespace ScenarioPortal.Web.Audit;

/// <summary>
/// Computes everything that was to stay as it is anew: the chain of the audit trail, its recorded heads, and the frozen rows of list releases.
/// Reads one snapshot, so that a portal may run meanwhile.
/// </summary>
internal sealed class Verification(string ownerConnection, HeadFile heads, Action<string> say)
{
    /// <exception cref="ChainBrokenException">Something has been changed; the message names the first.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        // Read before the snapshot: what is recorded by then must be in it.
        var recorded = await heads.ReadAsync(cancellation);
        await using var owner = PortalDatabaseOptions.CreateDataSource(ownerConnection);
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(owner);
        await using var db = new PortalDbContext(options.Options);
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        var chain = new ChainCheck(recorded);
        await foreach (var link in ChainReader.ReadAsync(connection, cancellation))
        {
            chain.Take(link);
        }

        chain.Finish(await ChainReader.HeadAsync(connection, cancellation));
        Say($"Audit trail: {chain.Length} entries, numbered without gaps, every hash computed anew; head {chain.Hash}");
        Say($"Recorded heads: {recorded.Count} in {heads.Path}{(recorded.Count == 0 ? "; nothing to compare with yet" : $", the last {recorded[^1].At:u} at entry {recorded[^1].Sequence}; each is in the chain")}");

        var releases = new ReleaseCheck(chain.ReleasedHashes, await AttachedAsync(db, cancellation));
        await foreach (var release in db.ListReleases.AsNoTracking().Where(r => r.ReleasedAt != null).OrderBy(r => r.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            releases.Take(release);
        }

        releases.Finish();
        Say($"List releases: {releases.Count} with {releases.Rows} frozen rows, as they were released and as the trail says");
        Say($"Attachments: {releases.Files} frozen with them, each computed anew from its content");
    }

    /// <summary>What each attachment really holds; a hash that the database keeps beside it proves nothing.</summary>
    private static async Task<ILookup<Guid, string>> AttachedAsync(PortalDbContext db, CancellationToken cancellation) => (await db.Database
        .SqlQuery<AttachedFile>($"SELECT a.subject_id, encode(sha256(f.content), 'hex') AS hash FROM attachments a JOIN stored_files f ON f.id = a.file_id WHERE a.subject_id IS NOT NULL")
        .ToListAsync(cancellation)).ToLookup(f => f.SubjectId, f => f.Hash);

    private sealed record AttachedFile(Guid SubjectId, string Hash);

    private void Say(FormattableString line) => say(line.ToString(CultureInfo.InvariantCulture));
}
