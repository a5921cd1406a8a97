using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Releases;

namespace ScenarioPortal.Web.Import;

/// <summary>
/// Imports one list file. Rows go in by the hundred, each hundred in one transaction, so memory stays bounded and an import that
/// is cut off leaves whole rows only; the same file again completes it, and a third time changes nothing.
/// </summary>
internal sealed class ImportList(
    IDbContextFactory<PortalDbContext> databases, OpportunityTaker opportunities, CapabilityTaker capabilities, ReleaseList release, TimeProvider time)
{
    private const int RowsAtOnce = 250;

    /// <summary>Two imports at once must not both find that a row is new, so their transactions follow one another.</summary>
    public const int ImportLock = 20260102;

    public async Task<ImportReport> RunAsync(Stream file, ImportOptions options, CancellationToken cancellation) => options.Kind is ListKind.Opportunities
        ? await RunAsync(opportunities, ListReader.OpportunitiesAsync(file, options.FileName, ReadingWith(options), cancellation), options, cancellation)
        : await RunAsync(capabilities, ListReader.CapabilitiesAsync(file, options.FileName, ReadingWith(options), cancellation), options, cancellation);

    private static ReadOptions ReadingWith(ImportOptions options) => new()
    {
        Progress = options.Progress is { } progress ? new Forward(progress) : null
    };

    private async Task<ImportReport> RunAsync<TRow>(
        IRowTaker<TRow> taker, IAsyncEnumerable<ReadItem<TRow>> items, ImportOptions options, CancellationToken cancellation)
    {
        var report = new ImportReport();
        var seen = new Dictionary<RowKey, RowOrigin>();
        var taken = new List<Guid>();
        var rows = new List<TRow>(RowsAtOnce);
        await foreach (var item in items.WithCancellation(cancellation))
        {
            switch (item)
            {
                case ReadSheet<TRow> sheet:
                    report.Saw(sheet.Report);
                    break;
                case RefusedRow<TRow> refused:
                    report.Refuse(refused.Refusals);
                    break;
                case ReadRow<TRow> { Row: var row } when !seen.TryAdd(taker.KeyOf(row), taker.OriginOf(row)):
                    report.Refuse([Refusal(taker.OriginOf(row), new Reason(ImportRefusals.Twice, [PlaceOf(seen[taker.KeyOf(row)])]))]);
                    break;
                case ReadRow<TRow> { Row: var row }:
                    rows.Add(row);
                    break;
            }

            if (rows.Count == RowsAtOnce)
            {
                await TakeAsync(taker, rows, taken, report, options, cancellation);
                rows.Clear();
            }
        }

        await TakeAsync(taker, rows, taken, report, options, cancellation);
        if (options is { Publish: true, DryRun: false })
        {
            await foreach (var batch in release.RunAsync(options.Kind, taken, options.Actor, cancellation))
            {
                report.Released(batch);
            }
        }

        return report;
    }

    private async Task TakeAsync<TRow>(
        IRowTaker<TRow> taker, List<TRow> rows, List<Guid> taken, ImportReport report, ImportOptions options, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ImportLock})", cancellation);
        var prepared = await taker.PrepareAsync(db, rows, cancellation);
        var (added, changed) = (report.Added, report.Changed);
        foreach (var row in rows)
        {
            try
            {
                var (id, outcome) = prepared.Take(row);
                taken.Add(id);
                report.Count(outcome);
            }
            catch (RuleBrokenException refusal)
            {
                report.Refuse([Refusal(taker.OriginOf(row), new Reason(refusal.Refusal, refusal.Values))]);
            }
        }

        if (options.DryRun)
        {
            return;
        }

        if (db.ChangeTracker.HasChanges())
        {
            var act = new Act
            {
                Action = "list.import",
                Detail = new { list = options.Kind.ToString(), added = report.Added - added, changed = report.Changed - changed }
            };
            db.Add(act.By(options.Actor, time.GetUtcNow()));
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static RowRefusal Refusal(RowOrigin origin, Reason reason) => new() { Sheet = origin.Sheet, Row = origin.Row, Reason = reason };

    private static string PlaceOf(RowOrigin origin) => origin.Sheet is null ? $"第 {origin.Row} 行" : $"“{origin.Sheet}”第 {origin.Row} 行";

    private sealed class Forward(IProgress<ImportProgress> progress) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => progress.Report(new ImportProgress(value.Rows, value.Fraction));
    }
}
