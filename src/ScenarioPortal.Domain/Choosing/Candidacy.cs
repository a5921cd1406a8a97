using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Domain.Choosing;

/// <summary>A pairing that is to be compared with others, and what stands for it.</summary>
/// <param name="Pairing">What has begun.</param>
/// <param name="Company">The company's name as the publisher is shown it.</param>
/// <param name="Content">Its papers.</param>
public sealed record Candidacy(Pairing Pairing, string Company, DossierContent Content);
