namespace ScenarioPortal.Web.Writing;

/// <summary>What somebody asks to become of the attachments of a working copy, all at once.</summary>
internal sealed record AttachmentChanges
{
    public required IReadOnlyList<IFormFile> Added { get; init; }

    public Guid? Removed { get; init; }

    /// <summary>By attachment: what was shown as its description, and what was typed in its place.</summary>
    public required IReadOnlyDictionary<Guid, (string Before, string After)> Described { get; init; }
}

/// <summary>Why one of them was not done. The others were.</summary>
internal sealed record AttachmentRefusal
{
    /// <summary>The attachment that could not be described; null for a file that could not be added.</summary>
    public Guid? Attachment { get; init; }

    /// <summary>What the file is called.</summary>
    public required string Name { get; init; }

    public required string Reason { get; init; }

    public IReadOnlyList<object> Values { get; init; } = [];
}
