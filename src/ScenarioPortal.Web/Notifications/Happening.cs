using ScenarioPortal.Domain.Notifications;

namespace ScenarioPortal.Web.Notifications;

/// <summary>Something that people are told about, and who is.</summary>
internal sealed record Happening
{
    public required NotificationKind Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Title { get; init; }

    /// <summary>As <see cref="Notification.Detail"/> keeps it.</summary>
    public string? Detail { get; init; }

    /// <summary>Everybody who may write for this organisation, through an operator too.</summary>
    public Guid? EditorsOf { get; init; }

    /// <summary>Everybody who follows this need.</summary>
    public Guid? WatchersOf { get; init; }

    /// <summary>Only those who followed it by then.</summary>
    public DateTimeOffset? WatchingSince { get; init; }

    /// <summary>Whoever asked this question.</summary>
    public Guid? AskerOf { get; init; }

    /// <summary>Everybody who reviews in this region.</summary>
    public string? ReviewersOf { get; init; }

    /// <summary>This one person.</summary>
    public Guid? Account { get; init; }

    /// <summary>These people.</summary>
    public IReadOnlyCollection<Guid> Accounts { get; init; } = [];

    /// <summary>Every expert who judges in this choice.</summary>
    public Guid? JudgesOf { get; init; }

    /// <summary>Whoever has not read the last one of the same kind, subject and detail, and had it less than this ago, is not told again.</summary>
    public TimeSpan? QuietFor { get; init; }

    /// <summary>Who did it, and need not be told.</summary>
    public Guid? By { get; init; }
}
