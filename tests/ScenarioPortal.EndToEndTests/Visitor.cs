namespace ScenarioPortal.EndToEndTests;

/// <summary>How somebody looks at the portal.</summary>
public sealed record Visitor
{
    public Language Language { get; init; }

    public Device Device { get; init; }

    public Colours Colours { get; init; }

    public bool Scripts { get; init; } = true;

    public int Width => Device is Device.Phone ? 390 : 1440;

    public int Height => Device is Device.Phone ? 844 : 900;
}

public enum Language
{
    Chinese,
    English
}

public enum Device
{
    Desktop,
    Phone
}

public enum Colours
{
    Light,
    Dark
}
