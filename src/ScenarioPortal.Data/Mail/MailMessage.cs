namespace ScenarioPortal.Data.Mail;

/// <summary>A mail that is to be sent: written in the same transaction as what it tells of, sent afterwards, forgotten when sent.</summary>
public sealed class MailMessage
{
    public const int SubjectMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>Where its reader stops mails of this kind with one click; null when it is not of a kind that one can stop.</summary>
    public string? StopAddress { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this moment: later each time it fails.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? ParkedAt { get; set; }
}
