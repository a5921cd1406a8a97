namespace ScenarioPortal.Data.Files;

public enum FilePurpose
{
    Licence,

    /// <summary>A list that was uploaded; kept as long as the work on it can be looked at.</summary>
    Workbook,

    /// <summary>What goes with a need or capability; its attachment says to which, and it goes when that goes.</summary>
    Attachment,

    /// <summary>What the sides of a pairing show one another; its pairing file says with which words.</summary>
    Pairing
}

/// <summary>A file that somebody handed in, of an organisation. It lies in the database, apart from everything that is served by its path.</summary>
public sealed class StoredFile
{
    public const int NameMaxLength = 200;
    public const int TypeMaxLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OrganisationId { get; init; }

    public required FilePurpose Purpose { get; init; }

    /// <summary>The name it had on its owner's machine: shown, never used as a path.</summary>
    public required string Name { get; init; }

    /// <summary>The type that its content showed.</summary>
    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required Guid UploadedBy { get; init; }
}
