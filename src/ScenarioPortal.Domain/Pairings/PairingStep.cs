namespace ScenarioPortal.Domain.Pairings;

/// <summary>A state that a pairing came to, and when.</summary>
public sealed record PairingStep(PairingState State, DateTimeOffset Since);
