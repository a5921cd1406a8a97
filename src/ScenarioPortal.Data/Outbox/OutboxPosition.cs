namespace ScenarioPortal.Data.Outbox;

/// <summary>How far a follower has come, and in which database.</summary>
public sealed record OutboxPosition
{
    /// <summary>
    /// Which server run, database and table it was. A backup is put back by starting the server on it, or into a database or table made anew; any of
    /// these is told from what was there before, and a mere new start costs one reading too many.
    /// </summary>
    public required string Database { get; init; }

    /// <summary>The last number given out, also to rows that are not committed yet. It never falls, except in a database of an earlier day.</summary>
    public required long LastNumber { get; init; }

    /// <summary>The oldest transaction that was still running: everything older was told.</summary>
    public required ulong Horizon { get; init; }

    /// <summary>Rows of transactions from the horizon on that were told.</summary>
    public required IReadOnlySet<long> Told { get; init; }

    /// <summary>The newest row that was told, or was there at the start.</summary>
    public required long Newest { get; init; }

    internal bool IsContinuedBy(OutboxPosition later) =>
        later.Database == Database && later.LastNumber >= LastNumber && later.Horizon >= Horizon;
}
