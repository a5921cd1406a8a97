namespace ScenarioPortal.Matching;

/// <summary>What has changed since the last time: all of it becomes visible at once.</summary>
public sealed record MatcherChanges
{
    /// <summary>New or changed needs; the last of several with one id counts.</summary>
    public IReadOnlyList<NeedDocument> Needs { get; init; } = [];

    /// <summary>New or changed capabilities; the last of several with one id counts.</summary>
    public IReadOnlyList<CapabilityDocument> Capabilities { get; init; } = [];

    /// <summary>Needs to forget; unknown ids are fine. An id that is also among <see cref="Needs"/> stays.</summary>
    public IReadOnlyCollection<Guid> RemovedNeeds { get; init; } = [];

    /// <summary>Capabilities to forget; unknown ids are fine. An id that is also among <see cref="Capabilities"/> stays.</summary>
    public IReadOnlyCollection<Guid> RemovedCapabilities { get; init; } = [];
}
