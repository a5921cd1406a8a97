namespace ScenarioPortal.Domain.Pairings;

/// <summary>Whose turn it is to answer, and what waits for nobody.</summary>
public static class PairingTurn
{
    extension(PairingAction action)
    {
        /// <summary>It is over then, whatever the other side thinks of it.</summary>
        public bool Ends => action is PairingAction.Decline or PairingAction.Withdraw or PairingAction.Terminate;
    }

    /// <summary>Both sides of a proposal, and nobody where either may go on.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="askedBy">Whose suggested step, or whose plan, waits for the other side.</param>
    public static IReadOnlyList<PairingSide> Of(PairingState state, PairingSide? askedBy) => (state, askedBy) switch
    {
        (PairingState.Proposed, _) => [PairingSide.Publisher, PairingSide.Company],
        (PairingState.Interested, _) => [PairingSide.Publisher],
        (PairingState.Invited, _) => [PairingSide.Company],
        (_, PairingSide.Publisher) => [PairingSide.Company],
        (_, PairingSide.Company) => [PairingSide.Publisher],
        _ => []
    };
}
