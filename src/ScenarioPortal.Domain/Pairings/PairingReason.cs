namespace ScenarioPortal.Domain.Pairings;

/// <summary>Why a pairing ended without reaching its end. A sentence goes with each.</summary>
public enum PairingReason
{
    /// <summary>It is something else than what is needed.</summary>
    DoesNotFit,

    /// <summary>A condition that was stated is not met.</summary>
    ConditionNotMet,

    /// <summary>Somebody else was chosen.</summary>
    OtherChosen,

    /// <summary>Several were compared, and none was chosen.</summary>
    NoneChosen,

    /// <summary>No hands or no money for it now.</summary>
    NoCapacity,

    /// <summary>The dates do not go together.</summary>
    TimeDoesNotFit,

    /// <summary>Price, data, rights or duties: no agreement was reached.</summary>
    NoAgreement,

    /// <summary>The need, or what the company does, has changed since.</summary>
    Changed,

    /// <summary>What was agreed was not kept.</summary>
    NotKept,

    /// <summary>Something about safety or the law stands against it.</summary>
    NotSafe,

    Other
}
