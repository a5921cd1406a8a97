namespace ScenarioPortal.Exchange.Reading;

/// <summary>What a column can hold, over both lists. Header names for each are in <c>column-aliases.json</c>.</summary>
public enum SheetField
{
    /// <summary>No field of the model: kept by header.</summary>
    Other,

    /// <summary>Left out on purpose: a <see cref="SheetMapping"/> says so, or the column holds the portal's own remarks.</summary>
    Ignored,
    Serial,
    ExternalId,
    Title,
    Description,
    Publisher,
    PublisherCode,
    Company,
    CompanyCode,
    CompanyProfile,
    Region,
    Zone,
    LandingArea,
    Field,
    Subfield,
    Kind,
    ScenarioType,
    RequiredTech,
    Tech,
    Cooperation,
    Investment,
    Budget,
    Deadline,
    AcceptanceCriteria,
    RequiredConditions,
    WishedConditions,
    Cases,
    Trl,
    Innovation,
    Effect,
    TargetCustomers,
    ApplicableScenes,

    /// <summary>Certificates, and what else qualifies a company.</summary>
    Qualifications,
    ServiceRegions,
    ProjectsAtOnce,
    Contact
}
