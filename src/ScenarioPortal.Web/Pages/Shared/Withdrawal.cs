using ScenarioPortal.Domain.Capabilities;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>When and why a capability was withdrawn, for the banner; whether it stands in a released batch and is readable for that.</summary>
internal sealed record Withdrawal(DateTimeOffset At, string? Why, bool IsInABatch)
{
    /// <summary>Null while it is on the list.</summary>
    public static Withdrawal? Of(Capability capability) =>
        capability is { Status: CapabilityStatus.Suspended, WithdrawnAt: { } at } ? new Withdrawal(at, capability.WithdrawnWhy, capability.Number is not null) : null;
}
