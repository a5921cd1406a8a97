namespace ScenarioPortal.Domain.Writing;

/// <summary>
/// A file that goes with a need or capability (附件): what everybody who may see the item may know of it. It belongs to a working copy until
/// that is approved, is the item's from the first handing-in on, and can be changed only while it is being written.
/// </summary>
public sealed class Attachment
{
    public const int CountMax = 10;
    public const int SizeMax = 10 << 20;
    public const int TotalMax = 50 << 20;
    public const int NameMaxLength = 200;
    public const int TypeMaxLength = 100;
    public const int HashLength = 64;
    public const int DescriptionMaxLength = 100;

    public Attachment(WorkingCopy copy, Guid fileId, SubmittedFile file, Guid addedBy, DateTimeOffset now)
    {
        Rule.Require(file.Size <= SizeMax, "每个文件不超过 {0} MB。", SizeMax >> 20);
        CopyId = copy.Id;
        OrganisationId = copy.OrganisationId;
        FileId = fileId;
        (Name, ContentType, Size, Hash) = (file.Name, file.ContentType, file.Size, file.Hash);
        AddedBy = addedBy;
        AddedAt = now;
    }

    private Attachment()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>What it was added to; null once that is approved and gone.</summary>
    public Guid? CopyId { get; private init; }

    /// <summary>The item with which it was handed in; null before.</summary>
    public Guid? SubjectId { get; private set; }

    public Guid OrganisationId { get; private init; }

    /// <summary>Where its content lies.</summary>
    public Guid FileId { get; private init; }

    public string Name { get; private init; } = "";

    public string ContentType { get; private init; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private init; }

    /// <summary>SHA-256 of its content, in lower-case hexadecimal.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>What it shows, in a few words; null when nobody said.</summary>
    public string? Description { get; private set; }

    public Guid AddedBy { get; private init; }

    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>What a submission keeps of it.</summary>
    public SubmittedFile AsSubmitted => new() { Id = Id, Name = Name, ContentType = ContentType, Size = Size, Hash = Hash, Description = Description };

    /// <summary>Says whether there is room for one more of this size.</summary>
    public static void RequireRoom(IReadOnlyCollection<Attachment> present, long size)
    {
        Rule.Require(present.Count < CountMax, "最多 {0} 个附件，请先移除用不着的。", CountMax);
        Rule.Require(present.Sum(a => a.Size) + size <= TotalMax, "附件加起来不超过 {0} MB，请先移除用不着的，或压缩后再上传。", TotalMax >> 20);
    }

    /// <summary>Says whether anything changed.</summary>
    public bool Describe(string? description)
    {
        var text = string.IsNullOrWhiteSpace(description) ? null : description.Trim();
        Rule.Require(text is not { Length: > DescriptionMaxLength }, "附件的说明不超过 {0} 字。", DescriptionMaxLength);
        if (text == Description)
        {
            return false;
        }

        Description = text;
        return true;
    }

    public void HandIn(Guid subjectId)
    {
        Rule.Require(SubjectId is null || SubjectId == subjectId, "这个附件属于别的一条。");
        SubjectId = subjectId;
    }
}
