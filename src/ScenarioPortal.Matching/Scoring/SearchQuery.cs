using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>The words that someone typed: as they are, normalised, and as terms weighed by rarity in the list that is searched.</summary>
/// <param name="Words">The words between spaces.</param>
/// <param name="Terms">The terms as they stand in texts and as they stand in keywords.</param>
/// <param name="TermWeights">The weight of each term by its key in texts, the heaviest first.</param>
internal sealed record SearchQuery(IReadOnlyList<SearchWord> Words, WeightedTerms Terms, IReadOnlyList<(ulong Key, float Weight)> TermWeights);
