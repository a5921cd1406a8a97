namespace ScenarioPortal.Data.Matches;

/// <summary>The judge in force.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Program">What its program judges by.</param>
/// <param name="Words">A fingerprint of its thesaurus.</param>
/// <param name="Unseen">How long ago a node that judges so was seen to work.</param>
public sealed record JudgeInForce(int Id, string Program, string Words, TimeSpan Unseen);
