namespace ScenarioPortal.Matching.Scoring;

/// <summary>A clause of a need with the rarity of each of its keys.</summary>
internal sealed record WeighedClause(Clause Clause, float[] Rarities);
