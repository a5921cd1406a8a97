namespace ScenarioPortal.Domain.Notifications;

/// <summary>What people are told about. Each is chosen, and stopped, by itself.</summary>
public enum NotificationKind
{
    /// <summary>To editors: what they handed in was approved or returned.</summary>
    ReviewDecided,

    /// <summary>To the publisher's editors.</summary>
    QuestionAsked,

    /// <summary>To whoever asked, and to those who watch.</summary>
    QuestionAnswered,

    /// <summary>Something released was corrected.</summary>
    Addendum,

    DeadlineChanged,

    Closed,

    /// <summary>A need that one watches or published closes soon.</summary>
    ClosingSoon,

    /// <summary>To reviewers: a batch was not released when its hour had come.</summary>
    BatchHeld,

    /// <summary>To reviewers: an organisation says that an entry of its credit is wrong.</summary>
    CreditAppealed,

    /// <summary>To editors: an appeal was upheld or rejected.</summary>
    CreditDecided,

    /// <summary>To editors: whether a capability is still current.</summary>
    CapabilityToConfirm,

    /// <summary>To the other side: something was done about a pairing, or waits for an answer.</summary>
    PairingMoved
}
