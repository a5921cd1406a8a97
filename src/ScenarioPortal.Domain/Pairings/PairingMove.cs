namespace ScenarioPortal.Domain.Pairings;

/// <summary>One line of the table: in this state, with such a suggestion open, this side may do that, and it leads there.</summary>
public sealed record PairingMove
{
    /// <summary>Null where nothing has begun.</summary>
    public required PairingState? State { get; init; }

    public required OpenSuggestion Open { get; init; }

    public required PairingAction Action { get; init; }

    public required PairingSide Side { get; init; }

    /// <summary>For a suggestion: where it leads once it is confirmed.</summary>
    public required PairingState Becomes { get; init; }
}

/// <summary>Whose suggestion must be waiting, seen from whoever acts.</summary>
public enum OpenSuggestion
{
    None,
    Own,
    Other,
    Any
}
