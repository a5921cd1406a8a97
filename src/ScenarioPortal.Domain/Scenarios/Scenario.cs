namespace ScenarioPortal.Domain.Scenarios;

/// <summary>A situation that an organisation opens so that a new technology can be verified in it (场景): whose, where, how large.</summary>
public sealed class Scenario
{
    public const int NameMaxLength = 200;
    public const int ZoneMaxLength = 60;
    public const int LandingAreaMaxLength = 400;

    public Scenario(Guid? ownerId, string name)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写场景名称，不超过 {0} 字。", NameMaxLength);
        OwnerId = ownerId;
        Name = name;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Whose it is; null when the list it came from does not say.</summary>
    public Guid? OwnerId { get; private init; }

    public string Name { get; private set; }

    public string? RegionCode { get; private set; }

    /// <summary>A development zone, which has no code of its own.</summary>
    public string? Zone { get; private set; }

    /// <summary>Where in the region it takes place, in words (拟落地应用区域).</summary>
    public string? LandingArea { get; private set; }

    public Scale? Scale { get; private set; }

    public Sphere? Sphere { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>States the situation anew. Says whether anything changed.</summary>
    public bool Describe(ScenarioSetting setting)
    {
        Rule.Require(setting.Name.Length is > 0 and <= NameMaxLength, "请填写场景名称，不超过 {0} 字。", NameMaxLength);
        Rule.Require(setting.Zone is not { Length: > ZoneMaxLength }, "开发区名称不超过 {0} 字。", ZoneMaxLength);
        Rule.Require(setting.LandingArea is not { Length: > LandingAreaMaxLength }, "拟落地应用区域不超过 {0} 字。", LandingAreaMaxLength);

        if (setting == Setting)
        {
            return false;
        }

        Name = setting.Name;
        RegionCode = setting.RegionCode;
        Zone = setting.Zone;
        LandingArea = setting.LandingArea;
        Scale = setting.Scale;
        Sphere = setting.Sphere;
        Revision++;
        return true;
    }

    public ScenarioSetting Setting => new()
    {
        Name = Name,
        RegionCode = RegionCode,
        Zone = Zone,
        LandingArea = LandingArea,
        Scale = Scale,
        Sphere = Sphere
    };
}
