namespace ScenarioPortal.Domain.Matches;

/// <summary>
/// By what pairs are judged (评判依据): a version of the program with its weights, and the words of one moment. Each gets the next number when it comes
/// into force; the one with the greatest number is in force.
/// </summary>
public sealed class Judge
{
    public const int ProgramMaxLength = 80;
    public const int WordsMaxLength = 40;

    public int Id { get; private init; }

    /// <summary>What the program judges by; of two, the one that sorts later by code point is the newer.</summary>
    public required string Program { get; init; }

    /// <summary>A fingerprint of the thesaurus.</summary>
    public required string Words { get; init; }

    public DateTimeOffset BeganAt { get; private init; }

    /// <summary>When a node that judges so was last seen to work.</summary>
    public DateTimeOffset SeenAt { get; private init; }
}
