using System.Security.Cryptography;
using System.Text;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Writing;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>Files that go with what is written, handed in and public.</summary>
internal static class WorldAttachments
{
    public static Attachment AddTo(WorldBuilder world, string name, WorkingCopy copy, string title, string? subject)
    {
        var content = Encoding.UTF8.GetBytes($"%PDF-{name}");
        var known = new SubmittedFile { Name = $"{title}.pdf", ContentType = "application/pdf", Size = content.Length, Hash = Convert.ToHexStringLower(SHA256.HashData(content)) };
        var file = new StoredFile
        {
            OrganisationId = copy.OrganisationId,
            Purpose = FilePurpose.Attachment,
            Name = known.Name,
            ContentType = known.ContentType,
            Size = known.Size,
            Content = content,
            UploadedAt = world.Now,
            UploadedBy = copy.AuthorId
        };
        var attachment = new Attachment(copy, file.Id, known, copy.AuthorId, world.Now);
        if (subject is not null)
        {
            attachment.HandIn(Guid.Parse(world.World.Identities[subject]));
        }

        world.Add((object)file);
        world.Name($"title of {name}", title);
        return world.Add(name, attachment, attachment.Id);
    }
}
