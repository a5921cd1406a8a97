namespace ScenarioPortal.Exchange.Reading;

/// <summary>How far a reading has come.</summary>
/// <param name="Rows">Rows taken and refused so far.</param>
/// <param name="Fraction">Part of the file's content that has been read, 0–1.</param>
public readonly record struct ReadProgress(int Rows, double Fraction);
