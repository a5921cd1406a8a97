namespace ScenarioPortal.Matching.Thesauri;

/// <summary>Two words that stand together more often than by chance.</summary>
/// <param name="Word">A word of the first text.</param>
/// <param name="LeadsTo">A word of the second.</param>
/// <param name="Field">The field of most first texts in which they were found; null when most have none.</param>
/// <param name="Evidence">In how many different first texts.</param>
/// <param name="Strength">Log-likelihood ratio (G²) of finding them together so often: above 19.5 chance explains it once in a hundred thousand times.</param>
public sealed record MinedPair(string Word, string LeadsTo, string? Field, int Evidence, double Strength);
