namespace ScenarioPortal.Data.Accounts;

/// <summary>How often somebody guessed wrong, by account and network; the longer they go on, the longer they wait.</summary>
public sealed class GuessCounter
{
    public const int KeyMaxLength = 64;

    /// <summary>SHA-256 of what is counted, as lower-case hex, so that the table holds no addresses.</summary>
    public required string Key { get; init; }

    public required int Failures { get; set; }

    public required DateTimeOffset LastAt { get; set; }

    public required DateTimeOffset WaitUntil { get; set; }
}
