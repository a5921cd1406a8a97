namespace ScenarioPortal.Matching.Learning;

/// <summary>What a chosen capability has more than one that was passed over.</summary>
/// <param name="Evidence">Of evidence under the weights in force.</param>
/// <param name="Parts">Of each part of it whose weight is to be learnt, weight included.</param>
/// <param name="Importance">How much it counts.</param>
internal readonly record struct Comparison(double Evidence, double[] Parts, double Importance);
