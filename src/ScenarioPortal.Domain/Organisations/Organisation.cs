namespace ScenarioPortal.Domain.Organisations;

/// <summary>A government unit, company, institute or operator (单位 / 企业), named by its 统一社会信用代码 once that is known.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 120;
    public const int ProfileMaxLength = 4000;
    public const int QualificationsMaxLength = 2000;
    public const int ZoneMaxLength = 60;

    public Organisation(string name, OrganisationKind kind)
    {
        name = name.Trim();
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写单位名称，不超过 {0} 字。", NameMaxLength);
        Name = name;
        Kind = kind;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Name { get; private set; }

    public OrganisationKind Kind { get; private set; }

    public OrganisationStatus Status { get; private set; } = OrganisationStatus.Registered;

    public UnifiedSocialCreditCode? CreditCode { get; private set; }

    public string? RegionCode { get; private set; }

    /// <summary>A development zone (开发区), which has no code of its own.</summary>
    public string? Zone { get; private set; }

    /// <summary>What the organisation says about itself.</summary>
    public string? Profile { get; private set; }

    public string? Qualifications { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>The code is given once; another one is another organisation.</summary>
    public void Identify(UnifiedSocialCreditCode code)
    {
        Rule.Require(CreditCode is null || CreditCode == code, "“{0}”已登记另一个统一社会信用代码 {1}。", Name, CreditCode?.Value ?? "");
        if (CreditCode != code)
        {
            CreditCode = code;
            Revision++;
        }
    }

    /// <summary>Takes over what is stated; what is not stated stays as it is. Says whether anything changed.</summary>
    public bool Complete(OrganisationDetails details)
    {
        Rule.Require(details.Profile is not { Length: > ProfileMaxLength }, "单位简介不超过 {0} 字。", ProfileMaxLength);
        Rule.Require(details.Qualifications is not { Length: > QualificationsMaxLength }, "企业资质不超过 {0} 字。", QualificationsMaxLength);
        Rule.Require(details.Zone is not { Length: > ZoneMaxLength }, "开发区名称不超过 {0} 字。", ZoneMaxLength);

        var before = (RegionCode, Zone, Profile, Qualifications);
        RegionCode = details.RegionCode ?? RegionCode;
        Zone = details.Zone ?? Zone;
        Profile = details.Profile ?? Profile;
        Qualifications = details.Qualifications ?? Qualifications;
        var changed = before != (RegionCode, Zone, Profile, Qualifications);
        if (changed)
        {
            Revision++;
        }

        return changed;
    }
}
