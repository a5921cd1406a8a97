using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Files;

namespace ScenarioPortal.Web.Workbooks;

/// <summary>Takes an uploaded file in: looks whether it is a list at all, keeps it, and leaves its rows to the worker.</summary>
internal sealed class TakeIn(PortalDbContext db, AuditTrail audit, TimeProvider time)
{
    /// <summary>Larger requests are cut off; up to here a file that is too large is explained at its field.</summary>
    public const int RequestMax = 56 << 20;

    /// <summary>Leaves it to the caller to save; a refusal when it is no list that can be read.</summary>
    public async Task<(WorkbookUpload? Upload, UploadReason? Refusal)> RunAsync(
        ListKind kind, Guid organisation, IFormFile file, Person person, CancellationToken cancellation)
    {
        await using var stream = file.OpenReadStream();
        SheetReport? first;
        try
        {
            first = await ListReader.FirstTableAsync(stream, file.FileName, kind, cancellation: cancellation);
        }
        catch (UnreadableFileException unreadable)
        {
            return (null, unreadable.Reason.Template == FileRefusals.NotASpreadsheet ? new UploadReason(IntakeRefusals.NotATable) : unreadable.Reason.ToStored());
        }

        if (first is null)
        {
            return (null, new UploadReason(IntakeRefusals.NotATable));
        }

        var content = new byte[stream.Length];
        stream.Position = 0;
        await stream.ReadExactlyAsync(content, cancellation);
        var now = time.GetUtcNow();
        var stored = new StoredFile
        {
            OrganisationId = organisation,
            Purpose = FilePurpose.Workbook,
            Name = UploadCheck.NameToShow(file.FileName),
            ContentType = content.AsSpan().StartsWith("PK"u8) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/octet-stream",
            Size = content.Length,
            Content = content,
            UploadedAt = now,
            UploadedBy = person.AccountId!.Value
        };
        var shape = first.Shape(kind);
        var remembered = await db.RememberedColumns.AsNoTracking().SingleOrDefaultAsync(c => c.OrganisationId == organisation && c.Kind == kind && c.Shape == shape, cancellation);
        var upload = new WorkbookUpload(kind, organisation, stored.Id, stored.Name, stored.UploadedBy, now);
        upload.Recognise(RowCheck.SheetOf(first), shape, remembered?.Fields ?? new Dictionary<string, string>());
        db.AddRange(stored, upload);
        audit.Note(db, upload.ToAct("workbook.upload", new { list = kind.ToString(), stored.Size }));
        return (upload, null);
    }
}
