namespace ScenarioPortal.Domain.Lists;

/// <summary>What an addendum tells its readers of a change: what stood there, what stands there now, and why.</summary>
public sealed record Correction
{
    public const int WhyMaxLength = 500;

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? Why { get; init; }

    internal void RequireWhy() => Rule.Require(Why is { Length: > 0 and <= WhyMaxLength }, "请写明为什么更正，不超过 {0} 字。", WhyMaxLength);
}
