namespace ScenarioPortal.Domain.Verification;

/// <summary>What follows from a result: whether it may be called verified, or ended within its limits.</summary>
public enum VerificationOutcome
{
    /// <summary>Every criterion.</summary>
    Met,

    /// <summary>Not every criterion, and it is said why that is good enough.</summary>
    MetWithReason,

    /// <summary>Not every criterion.</summary>
    Missed,

    /// <summary>A safety limit was not kept, whatever was measured.</summary>
    Unsafe
}
