using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>
/// Checks the rows of a file, or hands the good ones in: some hundred at a time, each time in one transaction, and with no more rights than the
/// person has who asked for it.
/// </summary>
internal sealed class RowWork(RequestDatabase requests, HandInRows handIn, AuditTrail audit, TimeProvider time)
{
    private const int RowsAtOnce = 250;

    public async Task RunAsync<TRow>(IRowIntake<TRow> intake, IAsyncEnumerable<ReadItem<TRow>> items, RowJob job, CancellationToken cancellation)
    {
        if (!job.Takes)
        {
            await ForgetAsync(job, cancellation);
        }

        var check = new RowCheck<TRow>(intake, job.Own);
        var rows = new List<CheckedRow<TRow>>(RowsAtOnce);
        await foreach (var item in items.WithCancellation(cancellation))
        {
            if (check.Look(item) is { } row)
            {
                rows.Add(row);
            }

            if (rows.Count == RowsAtOnce)
            {
                await DealAsync(intake, check, rows, job, cancellation);
                rows.Clear();
            }
        }

        await DealAsync(intake, check, rows, job, cancellation);
        await FinishAsync(job, cancellation);
    }

    private Task DealAsync<TRow>(IRowIntake<TRow> intake, RowCheck<TRow> check, List<CheckedRow<TRow>> rows, RowJob job, CancellationToken cancellation) =>
        job.Takes ? TakeAsync(intake, rows, job, cancellation) : CheckAsync(intake, check, rows, job, cancellation);

    private async Task ForgetAsync(RowJob job, CancellationToken cancellation)
    {
        await using var db = requests.OpenFor(job.Person);
        await db.UploadedRows.Where(r => r.UploadId == job.Upload).ExecuteDeleteAsync(cancellation);
    }

    private async Task CheckAsync<TRow>(IRowIntake<TRow> intake, RowCheck<TRow> check, List<CheckedRow<TRow>> rows, RowJob job, CancellationToken cancellation)
    {
        await using var db = requests.OpenFor(job.Person);
        var upload = await db.WorkbookUploads.SingleAsync(u => u.Id == job.Upload, cancellation);

        // Items are tried out here, and must never be saved.
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var good = rows.Where(r => r.Faults.Count == 0).Select(r => r.Row!).ToList();
        var prepared = await intake.PrepareAsync(db, job.Own, good, cancellation);
        var found = rows.ConvertAll(row => Outcome(row, prepared, job, check, intake));
        db.AddRange(found);
        upload.Saw(check.Sheets);
        upload.Count(found, job.Fraction);
        await db.SaveChangesAsync(cancellation);
    }

    private static UploadedRow Outcome<TRow>(CheckedRow<TRow> row, IPreparedIntake<TRow> prepared, RowJob job, RowCheck<TRow> check, IRowIntake<TRow> intake)
    {
        if (row.Faults.Count > 0)
        {
            return row.Ended(job.Upload, RowOutcome.Refused, row.Faults);
        }

        try
        {
            return row.Ended(job.Upload, prepared.Take(row.Row!).Outcome);
        }
        catch (RuleBrokenException refusal)
        {
            var reason = new Reason(refusal.Refusal, refusal.Values).ToStored();
            return row.Ended(job.Upload, RowOutcome.Refused, refusal.Refusal switch
            {
                IntakeRefusals.IdTaken => check.At(SheetField.ExternalId, row.Row!, intake.ExternalIdOf(row.Row!)!, reason),
                IntakeRefusals.NotEditable => check.At(SheetField.Title, row.Row!, row.Title!, reason),
                _ => new RowFault { Reason = reason }
            });
        }
    }

    private async Task TakeAsync<TRow>(IRowIntake<TRow> intake, List<CheckedRow<TRow>> rows, RowJob job, CancellationToken cancellation)
    {
        await using var db = requests.OpenFor(job.Person);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ImportList.ImportLock})", cancellation);
        var upload = await db.WorkbookUploads.SingleAsync(u => u.Id == job.Upload, cancellation);
        var good = rows.Where(r => r.Faults.Count == 0).Select(r => r.Row!).ToList();
        var prepared = await intake.PrepareAsync(db, job.Own, good, cancellation);
        var items = good.Select(row => Taken(row, prepared)).OfType<IntakeItem>().Where(i => i.Outcome is not RowOutcome.Unchanged).ToList();
        await handIn.RunAsync(db, job.Kind, job.Own, items, job.Person, cancellation);
        upload.CountTaken(items.Count, job.Fraction);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Null for a row that is refused: the check said so, or things have changed since, and the count will tell.</summary>
    private static IntakeItem? Taken<TRow>(TRow row, IPreparedIntake<TRow> prepared)
    {
        try
        {
            return prepared.Take(row);
        }
        catch (RuleBrokenException)
        {
            return null;
        }
    }

    private async Task FinishAsync(RowJob job, CancellationToken cancellation)
    {
        await using var db = requests.OpenFor(job.Person);
        var upload = await db.WorkbookUploads.SingleAsync(u => u.Id == job.Upload, cancellation);
        if (job.Takes)
        {
            upload.Finish(time.GetUtcNow());
        }
        else
        {
            upload.FinishCheck();
        }

        audit.Note(db, upload.ToAct(job.Takes ? "workbook.done" : "workbook.check", new { upload.Added, upload.Changed, upload.Unchanged, upload.Refused, upload.Taken }), job.Person);
        await db.SaveChangesAsync(cancellation);
    }
}
