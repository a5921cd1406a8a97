namespace ScenarioPortal.Domain;

/// <summary>The days that deadlines go by: those of Asia/Shanghai, whose offset has been the same since 1991.</summary>
internal static class DeadlineDays
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>A deadline day is open until its last second.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day, new TimeOnly(23, 59, 59), Offset);

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
