namespace ScenarioPortal.Domain.Writing;

/// <summary>A file as it was handed in: what is known of it stays with the submission, also when the file itself was removed later.</summary>
public sealed record SubmittedFile
{
    /// <summary>The attachment; empty before it is one.</summary>
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    /// <summary>SHA-256 of its content, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public string? Description { get; init; }
}
