namespace ScenarioPortal.Domain.Pairings;

/// <summary>What can be done about a pairing.</summary>
public enum PairingAction
{
    /// <summary>A company says that it would like to.</summary>
    Offer,

    /// <summary>A publisher asks a company.</summary>
    Invite,

    /// <summary>An operator puts both together.</summary>
    Propose,

    Accept,
    Decline,

    /// <summary>Takes back what one began.</summary>
    Withdraw,

    /// <summary>The time to answer is over.</summary>
    Lapse,

    /// <summary>Says that the next step is done; the other side is to confirm it.</summary>
    Suggest,

    Confirm,

    /// <summary>Does not confirm what the other side suggested, and says what is wrong.</summary>
    Refuse,

    /// <summary>Takes back what one suggested.</summary>
    TakeBack,

    /// <summary>Writes the plan by which it is to be verified; the other side is to agree.</summary>
    WritePlan,

    AgreePlan,

    /// <summary>Says what the pilot showed.</summary>
    WriteResult,

    /// <summary>Shows itself to the publisher, after an interest without a name.</summary>
    Reveal,

    Terminate
}
