using System.Security.Cryptography;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Files;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pairings;

/// <summary>Takes in files that go with a message or show what was done: checked and cleaned as attachments are.</summary>
internal sealed class PairingFiles(PortalDbContext db, AuditTrail audit, IStringLocalizer<Texts> L)
{
    /// <summary>The files, or one sentence about those that cannot be taken; then none is.</summary>
    public async Task<(IReadOnlyList<Upload> Uploads, string? Refusal)> CheckAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        List<Upload> uploads = [];
        List<string> refused = [];
        if (files.Count > PairingFile.CountMax)
        {
            return ([], L["一次最多附 {0} 个文件。", PairingFile.CountMax]);
        }

        if (files.Sum(f => f.Length) > PairingFile.TotalMax)
        {
            return ([], L["文件加起来不超过 {0} MB，请压缩后再附，或分几次。", PairingFile.TotalMax >> 20]);
        }

        foreach (var file in files)
        {
            try
            {
                uploads.Add(await AttachmentCheck.ReadAsync(file, cancellation));
            }
            catch (RuleBrokenException refusal)
            {
                refused.Add(L["“{0}”：{1}", UploadCheck.NameToShow(file.FileName), L[refusal.Refusal, [.. refusal.Values]].Value]);
            }
        }

        return refused.Count > 0 ? ([], string.Join(Language.IsEnglish ? " " : "", refused)) : (uploads, null);
    }

    public void Add(PairingMessage message, Guid organisation, IReadOnlyList<Upload> uploads) =>
        Add(uploads, organisation, message.AccountId, message.At, facts => PairingFile.Of(message, organisation, facts), message.PairingId);

    public void Add(Pairing pairing, PairingEvent happened, IReadOnlyList<Upload> uploads)
    {
        var organisation = pairing.OrganisationOf(happened.Side)!.Value;
        Add(uploads, organisation, happened.AccountId!.Value, happened.At, facts => PairingFile.Of(pairing, happened, organisation, facts), pairing.Id);
    }

    private void Add(IReadOnlyList<Upload> uploads, Guid organisation, Guid by, DateTimeOffset at, Func<PairingFileFacts, PairingFile> of, Guid pairing)
    {
        foreach (var upload in uploads)
        {
            var stored = new StoredFile
            {
                OrganisationId = organisation,
                Purpose = FilePurpose.Pairing,
                Name = upload.Name,
                ContentType = upload.ContentType,
                Size = upload.Content.Length,
                Content = upload.Content,
                UploadedAt = at,
                UploadedBy = by
            };
            var file = of(new PairingFileFacts(stored.Id, stored.Name, stored.ContentType, stored.Size, Convert.ToHexStringLower(SHA256.HashData(upload.Content))));
            db.AddRange(stored, file);
            audit.Note(db, new Act
            {
                Action = "pairing.file",
                Organisation = organisation,
                SubjectKind = nameof(Pairing),
                Subject = pairing,
                Detail = new { file = file.Id, message = file.MessageId, number = file.EventNumber, type = file.ContentType, size = file.Size, hash = file.Hash }
            });
        }
    }
}
