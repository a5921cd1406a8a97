namespace ScenarioPortal.Domain.Lists;

/// <summary>What is to become the next batch of a list (编发稿): what was picked, in which order, with which cover note, and when. Numbers are given on release only.</summary>
public sealed class BatchPlan
{
    public BatchPlan(ListKind kind, string regionCode, IReadOnlyList<Guid> picked, Guid madeBy, DateTimeOffset now)
    {
        Kind = kind;
        RegionCode = regionCode;
        MadeBy = madeBy;
        MadeAt = now;
        Picked = Checked(picked);
    }

    private BatchPlan()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public ListKind Kind { get; private init; }

    /// <summary>Whose reviewers compile it: the region of whoever began.</summary>
    public string RegionCode { get; private init; } = "";

    /// <summary>The items, in the order in which they get their numbers.</summary>
    public IReadOnlyList<Guid> Picked { get; private set; } = [];

    /// <summary>Stands above the rows of the batch; null is none.</summary>
    public string? CoverNote { get; private set; }

    /// <summary>When it is released by itself; null when somebody does it.</summary>
    public DateTimeOffset? ScheduledAt { get; private set; }

    /// <summary>Who set that hour, and in whose name it is released then.</summary>
    public Guid? ScheduledBy { get; private set; }

    public Guid Planner => ScheduledBy ?? MadeBy;

    /// <summary>Why it was not released when its hour had come; null when nothing is in the way.</summary>
    public PlanHindrance? Hindrance { get; private set; }

    /// <summary>The hour at which it was to be released and was not.</summary>
    public DateTimeOffset? MissedAt { get; private set; }

    public Guid MadeBy { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>The batch that it became; null before.</summary>
    public Guid? ReleaseId { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>Whoever sets an hour answers for it: they must still be a reviewer when it comes.</summary>
    public void Write(IReadOnlyList<Guid> picked, string? coverNote, DateTimeOffset? scheduledAt, Guid by, DateTimeOffset now)
    {
        RequireOpen();
        Rule.Require(scheduledAt is not { } at || at > now, "定时发布的时间要在现在之后。");
        (Picked, CoverNote, ScheduledAt, ScheduledBy) = (Checked(picked), ListRelease.CheckedNote(coverNote), scheduledAt, scheduledAt is null ? null : by);
        (Hindrance, MissedAt) = (null, null);
        Revision++;
    }

    /// <summary>Its hour has come and it cannot be released: it stays, and somebody has to look at it.</summary>
    public void Stop(PlanHindrance hindrance)
    {
        RequireOpen();
        (Hindrance, MissedAt, ScheduledAt, ScheduledBy) = (hindrance, ScheduledAt, null, null);
        Revision++;
    }

    public void Become(ListRelease release)
    {
        RequireOpen();
        ReleaseId = release.Id;
        Revision++;
    }

    private static Guid[] Checked(IReadOnlyList<Guid> picked)
    {
        Rule.Require(picked.Count is > 0 and <= ListRelease.Capacity, "一个批次 1 到 {0} 条。", ListRelease.Capacity);
        return [.. picked.Distinct()];
    }

    private void RequireOpen() => Rule.Require(ReleaseId is null, "这一批次已经发布。");
}
