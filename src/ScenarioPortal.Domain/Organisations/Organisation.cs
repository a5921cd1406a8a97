namespace ScenarioPortal.Domain.Organisations;

/// <summary>A government unit, company, institute or operator (单位 / 企业), named by its 统一社会信用代码 once that is known.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 120;
    public const int ProfileMaxLength = 4000;
    public const int QualificationsMaxLength = 2000;
    public const int ZoneMaxLength = 60;
    public const int WebsiteMaxLength = 200;

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

    /// <inheritdoc cref="OrganisationDetails.Qualifications"/>
    public string? Qualifications { get; private set; }

    public IReadOnlyList<Certificate> Certificates { get; private set; } = [];

    /// <inheritdoc cref="OrganisationDetails.ServiceRegionCodes"/>
    public IReadOnlyList<string> ServiceRegionCodes { get; private set; } = [];

    public string? Website { get; private set; }

    /// <summary>What the reviewer found, field by field, when the registration was returned.</summary>
    public IReadOnlyList<FieldRemark> Remarks { get; private set; } = [];

    /// <summary>When its registration was last handed in; null for an organisation that only came in with a list.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>Hands the registration in for verification, for the first time or corrected.</summary>
    public void Submit(DateTimeOffset now)
    {
        Rule.Require(Status is OrganisationStatus.Registered or OrganisationStatus.Returned, "“{0}”已经核验过，不用再提交。", Name);
        Rule.Require(CreditCode is not null, "请填写统一社会信用代码。");
        Status = OrganisationStatus.Registered;
        SubmittedAt = now;
        Remarks = [];
        Revision++;
    }

    public void Verify()
    {
        Rule.Require(Status is OrganisationStatus.Registered && SubmittedAt is not null, "只有已提交、等待核验的单位可以通过核验。");
        Status = OrganisationStatus.Verified;
        Revision++;
    }

    public void Return(IReadOnlyList<FieldRemark> remarks)
    {
        Rule.Require(Status is OrganisationStatus.Registered && SubmittedAt is not null, "只有已提交、等待核验的单位可以退回。");
        Rule.Require(remarks.Count > 0 && remarks.All(r => r.Text.Length is > 0 and <= FieldRemark.TextMaxLength),
            "退回时请写明原因，每条不超过 {0} 字。", FieldRemark.TextMaxLength);
        Status = OrganisationStatus.Returned;
        Remarks = [.. remarks];
        Revision++;
    }

    public void Suspend()
    {
        Rule.Require(Status is OrganisationStatus.Verified, "只有已核验的单位可以暂停。");
        Status = OrganisationStatus.Suspended;
        Revision++;
    }

    public void Resume()
    {
        Rule.Require(Status is OrganisationStatus.Suspended, "只有暂停的单位可以恢复。");
        Status = OrganisationStatus.Verified;
        Revision++;
    }

    /// <summary>A name is corrected until it has been verified.</summary>
    public void Rename(string name)
    {
        name = name.Trim();
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写单位名称，不超过 {0} 字。", NameMaxLength);
        if (name != Name)
        {
            Rule.Require(Status is OrganisationStatus.Registered or OrganisationStatus.Returned, "“{0}”已经核验，名称不能再改。", Name);
            Name = name;
            Revision++;
        }
    }

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

    /// <summary>A mistyped code is corrected until it has been verified.</summary>
    public void Correct(UnifiedSocialCreditCode code)
    {
        if (CreditCode != code)
        {
            Rule.Require(Status is OrganisationStatus.Registered or OrganisationStatus.Returned, "“{0}”已经核验，统一社会信用代码不能再改。", Name);
            CreditCode = code;
            Revision++;
        }
    }

    /// <summary>Takes over what is stated; what is not stated stays as it is. Says whether anything changed.</summary>
    public bool Complete(OrganisationDetails details) => Describe(new OrganisationDetails
    {
        RegionCode = details.RegionCode ?? RegionCode,
        Zone = details.Zone ?? Zone,
        Profile = details.Profile ?? Profile,
        Qualifications = details.Qualifications ?? Qualifications,
        Certificates = details.Certificates.Count > 0 ? details.Certificates : Certificates,
        ServiceRegionCodes = details.ServiceRegionCodes.Count > 0 ? details.ServiceRegionCodes : ServiceRegionCodes,
        Website = details.Website ?? Website
    });

    /// <summary>Takes over all of it: what is not stated any more is gone. Says whether anything changed.</summary>
    public bool Describe(OrganisationDetails details)
    {
        Rule.Require(details.Profile is not { Length: > ProfileMaxLength }, "单位简介不超过 {0} 字。", ProfileMaxLength);
        Rule.Require(details.Qualifications is not { Length: > QualificationsMaxLength }, "企业资质不超过 {0} 字。", QualificationsMaxLength);
        Rule.Require(details.Zone is not { Length: > ZoneMaxLength }, "开发区名称不超过 {0} 字。", ZoneMaxLength);
        Rule.Require(details.Website is null || (details.Website.Length <= WebsiteMaxLength && IsWebsite(details.Website)), "网址应以 http:// 或 https:// 开头，不超过 {0} 字。", WebsiteMaxLength);
        Certificate.Check(details.Certificates);

        var before = (RegionCode, Zone, Profile, Qualifications, Website);
        var changed = !Certificates.SequenceEqual(details.Certificates) || !ServiceRegionCodes.SequenceEqual(details.ServiceRegionCodes);
        (RegionCode, Zone, Profile, Qualifications, Website) = (details.RegionCode, details.Zone, details.Profile, details.Qualifications, details.Website);
        (Certificates, ServiceRegionCodes) = ([.. details.Certificates], [.. details.ServiceRegionCodes]);
        changed |= before != (RegionCode, Zone, Profile, Qualifications, Website);
        if (changed)
        {
            Revision++;
        }

        return changed;
    }

    /// <summary>An address that a browser opens as a page.</summary>
    public static bool IsWebsite(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;
}
