namespace ScenarioPortal.Matching.Market;

/// <summary>A need and a capability that could go together.</summary>
/// <param name="Need">The place of the need, from 0.</param>
/// <param name="Capability">The place of the capability, from 0.</param>
/// <param name="Score">How well the two fit, from 0 to 1; what is 0 is worth as much as no partner.</param>
public readonly record struct MarketArc(int Need, int Capability, double Score);
