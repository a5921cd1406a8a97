using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Workbooks;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>
/// Works on the uploaded lists that are due, one after the other and on one node at a time. What broke off is begun again: a check from its
/// beginning, handing in with the rows that are still to do.
/// </summary>
internal sealed class WorkbookDesk(
    IDbContextFactory<PortalDbContext> databases, PersonReader people, NeedIntake needs, OfferIntake offers, RowWork work, TimeProvider time)
{
    private const int WorkLock = 20260103;

    /// <summary>How many were worked on.</summary>
    public async Task<int> WorkAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.WorkbookUploads.Due().AnyAsync(cancellation))
        {
            return 0;
        }

        // The lock is that of the connection: when this process ends, however it ends, another may go on.
        await db.Database.OpenConnectionAsync(cancellation);
        if (!await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_lock({WorkLock}) AS "Value" """).SingleAsync(cancellation))
        {
            return 0;
        }

        try
        {
            var due = await db.WorkbookUploads.Due().OrderBy(u => u.UploadedAt).Select(u => u.Id).ToListAsync(cancellation);
            foreach (var id in due)
            {
                await WorkOnAsync(id, cancellation);
            }

            return due.Count;
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({WorkLock})", CancellationToken.None);
        }
    }

    private async Task WorkOnAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var upload = await db.WorkbookUploads.SingleAsync(u => u.Id == id, cancellation);
        var person = await people.FindAsync(upload.UploadedBy, cancellation);
        if (upload.Tries >= WorkbookUpload.TriesMax || person?.MayEdit(upload.OrganisationId) is not true)
        {
            upload.Fail(new UploadReason(upload.Tries >= WorkbookUpload.TriesMax ? IntakeRefusals.GivenUp : IntakeRefusals.NoLongerEditor), time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            return;
        }

        upload.Begin();
        await db.SaveChangesAsync(cancellation);
        var own = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == upload.OrganisationId, cancellation);
        await using var file = new MemoryStream(await db.StoredFiles.Where(f => f.Id == upload.FileId).Select(f => f.Content).SingleAsync(cancellation), writable: false);
        var job = new RowJob { Upload = id, Kind = upload.Kind, Takes = upload.State is UploadState.Taking, Own = own, Person = person };
        var options = new ReadOptions { Mapping = upload.ToMapping(), Progress = job };
        try
        {
            await (upload.Kind is ListKind.Opportunities
                ? work.RunAsync(needs, ListReader.OpportunitiesAsync(file, upload.FileName, options, cancellation), job, cancellation)
                : work.RunAsync(offers, ListReader.CapabilitiesAsync(file, upload.FileName, options, cancellation), job, cancellation));
        }
        catch (UnreadableFileException unreadable)
        {
            db.ChangeTracker.Clear();
            var failed = await db.WorkbookUploads.SingleAsync(u => u.Id == id, cancellation);
            failed.Fail(unreadable.Reason.ToStored(), time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
        }
    }
}
