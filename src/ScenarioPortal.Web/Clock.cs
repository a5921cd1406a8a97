namespace ScenarioPortal.Web;

/// <summary>The calendar of the people who use the portal: Asia/Shanghai, whatever the machine's zone is.</summary>
internal static class Clock
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    extension(TimeProvider time)
    {
        public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().InShanghai().DateTime);
    }

    extension(DateTimeOffset instant)
    {
        public DateTimeOffset InShanghai() => TimeZoneInfo.ConvertTime(instant, Zone);
    }

    extension(DateOnly day)
    {
        /// <summary>A deadline day is open until its last second.</summary>
        public DateTimeOffset EndInShanghai() => new(day, new TimeOnly(23, 59, 59), Zone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue)));
    }
}
