namespace ScenarioPortal.Domain.Matches;

/// <summary>What a reason is about.</summary>
public enum Criterion
{
    /// <summary>目的: what the need wants is what the capability does, in their own words.</summary>
    Purpose,

    /// <summary>技术</summary>
    Technology,

    /// <summary>领域</summary>
    Field,

    /// <summary>地域</summary>
    Region,

    /// <summary>成熟度 (TRL)</summary>
    Maturity,

    /// <summary>预算</summary>
    Budget,

    /// <summary>时间</summary>
    Schedule,

    /// <summary>条件</summary>
    Condition,

    /// <summary>案例</summary>
    Experience,

    /// <summary>时效: whether the capability was confirmed to be current.</summary>
    Confirmation,

    /// <summary>词库: the thesaurus leads from a word of the need to one of the capability.</summary>
    Thesaurus,

    /// <summary>同类: how well capabilities that are like it fit.</summary>
    Peers,

    /// <summary>语义: how near the two texts are for a language model, where one is set up.</summary>
    Meaning,

    /// <summary>信用: whether the organisation has broken more promises than it kept.</summary>
    Credit
}
