namespace ScenarioPortal.Matching.Scoring;

/// <summary>What the texts of a pair say, each part with its weight.</summary>
/// <param name="Words">The need's own words.</param>
/// <param name="Hints">What the thesaurus leads to from them.</param>
/// <param name="FieldWords">The fields that they point to.</param>
/// <param name="Meaning">How near they are in meaning; 0 without a model.</param>
internal readonly record struct TextEvidence(double Words, double Hints, double FieldWords, double Meaning)
{
    public double Total => Words + Hints + FieldWords + Meaning;
}
