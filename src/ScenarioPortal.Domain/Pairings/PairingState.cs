namespace ScenarioPortal.Domain.Pairings;

/// <summary>How far two parties have come, or how it ended. Which leads to which stands in <c>data/pairing-moves.csv</c>.</summary>
public enum PairingState
{
    /// <summary>An operator put both together; neither has answered.</summary>
    Proposed,

    /// <summary>意向: the company would like to; the publisher is to answer.</summary>
    Interested,

    /// <summary>邀请: the publisher would like to; the company is to answer.</summary>
    Invited,

    /// <summary>对接</summary>
    Engaged,

    /// <summary>签约</summary>
    Agreed,

    /// <summary>试点</summary>
    Piloting,

    /// <summary>验证通过</summary>
    Verified,

    /// <summary>产业应用</summary>
    Adopted,

    /// <summary>推广</summary>
    Scaled,

    /// <summary>One of the two did not want to, before anything was agreed.</summary>
    Declined,

    /// <summary>Whoever began it took it back.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time.</summary>
    Lapsed,

    /// <summary>容错: tried within the agreed limits and not met; counts against nobody.</summary>
    EndedWithinLimits,

    /// <summary>Ended by one of the two after it was agreed.</summary>
    Terminated
}
