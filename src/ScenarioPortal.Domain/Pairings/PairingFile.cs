namespace ScenarioPortal.Domain.Pairings;

/// <summary>A file that goes with a message, or that shows what was done (凭据): it is read by whoever reads the words beside it, and stays as long.</summary>
public sealed class PairingFile
{
    public const int CountMax = 10;
    public const int SizeMax = 10 << 20;
    public const int TotalMax = 50 << 20;
    public const int NameMaxLength = 200;
    public const int TypeMaxLength = 100;
    public const int HashLength = 64;

    private PairingFile()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PairingId { get; private init; }

    public Guid? MessageId { get; private init; }

    /// <summary>The number of the event that it shows; null where it goes with a message.</summary>
    public int? EventNumber { get; private init; }

    public Guid OrganisationId { get; private init; }

    /// <summary>Where its content lies.</summary>
    public Guid FileId { get; private init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of its content, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public Guid AddedBy { get; private init; }

    public DateTimeOffset AddedAt { get; private init; }

    public static PairingFile Of(PairingMessage message, Guid organisation, PairingFileFacts file) => new()
    {
        PairingId = message.PairingId,
        MessageId = message.Id,
        OrganisationId = organisation,
        FileId = file.FileId,
        Name = file.Name,
        ContentType = file.ContentType,
        Size = file.Size,
        Hash = file.Hash,
        AddedBy = message.AccountId,
        AddedAt = message.At
    };

    public static PairingFile Of(Pairing pairing, PairingEvent happened, Guid organisation, PairingFileFacts file) => new()
    {
        PairingId = pairing.Id,
        EventNumber = happened.Number,
        OrganisationId = organisation,
        FileId = file.FileId,
        Name = file.Name,
        ContentType = file.ContentType,
        Size = file.Size,
        Hash = file.Hash,
        AddedBy = happened.AccountId!.Value,
        AddedAt = happened.At
    };
}

/// <summary>What is known of a file that was taken in.</summary>
public sealed record PairingFileFacts(Guid FileId, string Name, string ContentType, long Size, string Hash);
