using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Files;

namespace ScenarioPortal.Web.Writing;

/// <summary>Adds files to a working copy, describes and removes them. What cannot be done is said of each file, and the rest is done.</summary>
internal sealed class AttachFiles(PortalDbContext db, AuditTrail audit, TimeProvider time)
{
    /// <summary>Saves what could be done.</summary>
    public async Task<IReadOnlyList<AttachmentRefusal>> RunAsync(WorkingCopy copy, AttachmentChanges changes, Guid author, CancellationToken cancellation)
    {
        List<AttachmentRefusal> refused = [];
        var uploads = await CheckedAsync(changes.Added, refused, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // A second click waits here for the first, and then finds everything done.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM working_copies WHERE id = {copy.Id} FOR UPDATE", cancellation);
        await db.Entry(copy).ReloadAsync(cancellation);
        UploadCheck.Require(db.Entry(copy).State is not EntityState.Detached, AttachmentRefusals.CopyGone);
        var present = await db.Attachments.OfCopy(copy.Id).ToListAsync(cancellation);
        var changed = Remove(copy, present, changes.Removed) | Describe(present, changes.Described, refused);
        foreach (var upload in uploads)
        {
            changed |= Add(copy, present, upload, author, refused);
        }

        if (changed)
        {
            copy.ChangeAttachments(author, time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return refused;
    }

    private static async Task<List<Upload>> CheckedAsync(IReadOnlyList<IFormFile> files, List<AttachmentRefusal> refused, CancellationToken cancellation)
    {
        List<Upload> uploads = [];
        foreach (var (place, file) in files.Index())
        {
            try
            {
                UploadCheck.Require(place < Attachment.CountMax, AttachmentRefusals.TooMany, Attachment.CountMax);
                uploads.Add(await AttachmentCheck.ReadAsync(file, cancellation));
            }
            catch (RuleBrokenException refusal)
            {
                refused.Add(new AttachmentRefusal { Name = UploadCheck.NameToShow(file.FileName), Reason = refusal.Refusal, Values = refusal.Values });
            }
        }

        return uploads;
    }

    /// <summary>What is gone already need not go again.</summary>
    private bool Remove(WorkingCopy copy, List<Attachment> present, Guid? removed)
    {
        if (present.Find(a => a.Id == removed) is not { } attachment)
        {
            return false;
        }

        present.Remove(attachment);
        db.Remove(attachment);
        audit.Note(db, ActOn("attachment.remove", copy, attachment));
        return true;
    }

    /// <summary>Of two people who describe the same file, the second is told; a description that nobody touched stays as it is.</summary>
    private static bool Describe(List<Attachment> present, IReadOnlyDictionary<Guid, (string Before, string After)> described, List<AttachmentRefusal> refused)
    {
        var changed = false;
        foreach (var attachment in present)
        {
            var now = attachment.Description ?? "";
            if (!described.TryGetValue(attachment.Id, out var typed) || typed.After == typed.Before || typed.After == now)
            {
                continue;
            }

            try
            {
                UploadCheck.Require(typed.Before == now, AttachmentRefusals.DescribedByOther, now);
                changed |= attachment.Describe(typed.After);
            }
            catch (RuleBrokenException refusal)
            {
                refused.Add(new AttachmentRefusal { Attachment = attachment.Id, Name = attachment.Name, Reason = refusal.Refusal, Values = refusal.Values });
            }
        }

        return changed;
    }

    /// <summary>The same file once more is no second one.</summary>
    private bool Add(WorkingCopy copy, List<Attachment> present, Upload upload, Guid author, List<AttachmentRefusal> refused)
    {
        var known = new SubmittedFile
        {
            Name = upload.Name,
            ContentType = upload.ContentType,
            Size = upload.Content.Length,
            Hash = Convert.ToHexStringLower(SHA256.HashData(upload.Content))
        };
        if (present.Exists(a => a.Hash == known.Hash))
        {
            return false;
        }

        try
        {
            Attachment.RequireRoom(present, known.Size);
        }
        catch (RuleBrokenException refusal)
        {
            refused.Add(new AttachmentRefusal { Name = upload.Name, Reason = refusal.Refusal, Values = refusal.Values });
            return false;
        }

        var now = time.GetUtcNow();
        var stored = new StoredFile
        {
            OrganisationId = copy.OrganisationId,
            Purpose = FilePurpose.Attachment,
            Name = known.Name,
            ContentType = known.ContentType,
            Size = known.Size,
            Content = upload.Content,
            UploadedAt = now,
            UploadedBy = author
        };
        var attachment = new Attachment(copy, stored.Id, known, author, now);
        db.AddRange(stored, attachment);
        audit.Note(db, ActOn("attachment.add", copy, attachment));
        present.Add(attachment);
        return true;
    }

    private static Act ActOn(string action, WorkingCopy copy, Attachment attachment) => new()
    {
        Action = action,
        Organisation = copy.OrganisationId,
        SubjectKind = nameof(Attachment),
        Subject = attachment.Id,
        Detail = new { copy = copy.Id, attachment.ContentType, attachment.Size, attachment.Hash }
    };
}
