namespace ScenarioPortal.Domain.Matches;

/// <summary>By whom all partners of one public opportunity or capability were last looked for; one with an earlier judge than that in force waits.</summary>
public sealed class Judging
{
    public required Side Side { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>The number of a <see cref="Judge"/>; 0 before anybody kept it.</summary>
    public required int JudgedBy { get; init; }
}
