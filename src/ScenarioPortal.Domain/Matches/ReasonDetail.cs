namespace ScenarioPortal.Domain.Matches;

/// <summary>What exactly a reason says; the edge has a sentence for each. In brackets the values it comes with.</summary>
public enum ReasonDetail
{
    /// <summary>Both sides say it in similar words; see the passages.</summary>
    SimilarWords,

    /// <summary>The two sides share hardly a word.</summary>
    NoSimilarWords,

    /// <summary>[word of the need, word of the capability, …]: the thesaurus says that these belong together.</summary>
    ThesaurusLeads,

    /// <summary>Capabilities like it fit better than its own words tell.</summary>
    PeersFit,

    /// <summary>Capabilities like it fit less well than its own words tell.</summary>
    PeersFitLess,

    /// <summary>[technology] stands among the capability's technologies or in its text.</summary>
    TechnologyFound,

    /// <summary>[technology] is found in part.</summary>
    TechnologyFoundInPart,

    /// <summary>[technology] is not mentioned, which does not mean it is missing.</summary>
    TechnologyNotMentioned,

    /// <summary>[field] on both sides.</summary>
    FieldSame,

    /// <summary>[need's field, capability's field, area]: two fields of one area.</summary>
    FieldSameArea,

    /// <summary>[need's field, capability's field]: another field, but needs with such words are served from it.</summary>
    FieldSuggestedByWords,

    /// <summary>[need's field, capability's field]</summary>
    FieldDifferent,

    /// <summary>One side names no field.</summary>
    FieldNotStated,

    /// <summary>[region code of the need]: in the same district, or city without districts.</summary>
    RegionSameDistrict,

    /// <summary>[need's region code, capability's region code]</summary>
    RegionSameCity,

    /// <summary>[need's region code, capability's region code]</summary>
    RegionSameProvince,

    /// <summary>[need's region code, covering service region code]</summary>
    RegionServed,

    /// <summary>[need's region code, capability's region code]: elsewhere, and service regions are not stated.</summary>
    RegionElsewhere,

    /// <summary>[need's region code]: not among the stated service regions.</summary>
    RegionNotServed,

    /// <summary>One side names no region.</summary>
    RegionNotStated,

    /// <summary>[capability's level, wanted level]</summary>
    MaturityReached,

    /// <summary>[capability's level, wanted level]</summary>
    MaturityBelow,

    /// <summary>The need wants no level or the capability states none.</summary>
    MaturityNotStated,

    /// <summary>[price in 万元, budget in 万元]</summary>
    BudgetEnough,

    /// <summary>[price in 万元, budget in 万元]: at most a quarter above.</summary>
    BudgetNearlyEnough,

    /// <summary>[price in 万元, budget in 万元]</summary>
    BudgetTooSmall,

    /// <summary>Budget or price is not stated.</summary>
    BudgetNotStated,

    /// <summary>[first possible day, deadline], as yyyy-MM-dd.</summary>
    ScheduleInTime,

    /// <summary>[first possible day, deadline], as yyyy-MM-dd.</summary>
    ScheduleTooLate,

    /// <summary>Deadline or first possible day is not stated.</summary>
    ScheduleNotStated,

    /// <summary>[condition] is found in the capability.</summary>
    ConditionFound,

    /// <summary>[condition] is found in part.</summary>
    ConditionFoundInPart,

    /// <summary>[condition] is not mentioned: to be asked.</summary>
    ConditionNotMentioned,

    /// <summary>[condition, the capability's level where it asks for one]: required and known to fail; the pair is excluded.</summary>
    ConditionExcludes,

    /// <summary>[condition, the capability's level where it asks for one]: a wish and known to fail.</summary>
    ConditionFails,

    /// <summary>[case]: an earlier project of the capability resembles the need.</summary>
    CaseSimilar,

    /// <summary>[what it cost the score, between 0 and 1]: the organisation did not say that the capability is still current.</summary>
    NotConfirmed,

    /// <summary>A language model takes them for nearer in meaning than capabilities usually are.</summary>
    MeaningNear,

    /// <summary>A language model takes them for less near in meaning than capabilities usually are.</summary>
    MeaningFar,

    /// <summary>[what it cost the score, between 0 and 1]: the credit of the organisation is below zero.</summary>
    CreditBelowZero
}
