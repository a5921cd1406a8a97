using System.Collections.Frozen;

namespace ScenarioPortal.Domain.Pairings;

/// <summary>The life cycle as a table that people can read: <c>data/pairing-moves.csv</c>. What is not in it cannot be done.</summary>
public static class PairingMoves
{
    public static IReadOnlyList<PairingMove> All { get; } = Read();

    private static readonly FrozenSet<PairingState> Left = All.Where(m => m.State is not null).Select(m => m.State!.Value).ToFrozenSet();

    /// <summary>The way that most pairings go, first to last.</summary>
    public static IReadOnlyList<PairingState> Path { get; } =
        [PairingState.Interested, PairingState.Engaged, PairingState.Agreed, PairingState.Piloting, PairingState.Verified, PairingState.Adopted, PairingState.Scaled];

    extension(PairingState state)
    {
        /// <summary>It ended on the way.</summary>
        public bool IsExit => state is PairingState.Declined or PairingState.Withdrawn or PairingState.Lapsed or PairingState.EndedWithinLimits or PairingState.Terminated;

        /// <summary>Something can still be done about it.</summary>
        public bool IsLeft => Left.Contains(state);

        /// <summary>Somebody was asked and is to answer.</summary>
        public bool WaitsForAnswer => state is PairingState.Proposed or PairingState.Interested or PairingState.Invited;
    }

    /// <summary>What a side may do now; <paramref name="suggestedBy"/> is whose suggestion waits.</summary>
    public static IEnumerable<PairingMove> For(PairingState state, PairingSide? suggestedBy, PairingSide side) =>
        All.Where(m => m.State == state && m.Side == side && m.Open switch
        {
            OpenSuggestion.Any => true,
            OpenSuggestion.None => suggestedBy is null,
            OpenSuggestion.Own => suggestedBy == side,
            _ => suggestedBy is not null && suggestedBy != side
        });

    private static PairingMove[] Read()
    {
        using var file = typeof(PairingMoves).Assembly.GetManifestResourceStream("pairing-moves.csv")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(Move)];
    }

    private static PairingMove Move(string line) => line.Split(',') switch
    {
        [var state, var open, var action, var side, var becomes] => new PairingMove
        {
            State = state.Length == 0 ? null : Enum.Parse<PairingState>(state),
            Open = open.Length == 0 ? OpenSuggestion.None : Enum.Parse<OpenSuggestion>(open, ignoreCase: true),
            Action = Enum.Parse<PairingAction>(action),
            Side = Enum.Parse<PairingSide>(side),
            Becomes = Enum.Parse<PairingState>(becomes)
        },
        _ => throw new InvalidOperationException($"Not a line of five: {line}")
    };
}
