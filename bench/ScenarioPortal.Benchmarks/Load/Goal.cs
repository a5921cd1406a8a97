namespace ScenarioPortal.Benchmarks.Load;

/// <summary>What is to be reached: so many requests a second, such a part (0–1) of what the prebuilt bytes reach in the same run, or half of the answers within so many milliseconds.</summary>
internal readonly record struct Goal(double? PerSecond = null, double? OfPrebuilt = null, double? Median = null)
{
    /// <summary>The part of the goal that is reached; null without a goal.</summary>
    public double? Reached(double perSecond, double prebuiltPerSecond, double median) =>
        PerSecond is { } wanted ? perSecond / wanted
        : OfPrebuilt is { } part ? perSecond / prebuiltPerSecond / part
        : Median is { } within ? within / median
        : null;
}
