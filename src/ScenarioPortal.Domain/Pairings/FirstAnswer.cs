namespace ScenarioPortal.Domain.Pairings;

/// <summary>What a side said for the first time when it was asked.</summary>
/// <param name="By">The side that was to answer.</param>
/// <param name="Days">How long it took; null when nobody answered in time.</param>
public sealed record FirstAnswer(PairingSide By, double? Days)
{
    /// <summary>One for each side that was asked and whose time came, as far as the steps say whose it was.</summary>
    public static IEnumerable<FirstAnswer> In(IReadOnlyList<PairingStep> steps) =>
        steps.Zip(steps.Skip(1), (asked, said) => Between(asked.State, said.State).Select(by => new FirstAnswer(by, said.State is PairingState.Lapsed ? null : (said.Since - asked.Since).TotalDays)))
            .SelectMany(answers => answers);

    private static PairingSide[] Between(PairingState asked, PairingState said) => (asked, said) switch
    {
        (PairingState.Interested, PairingState.Engaged or PairingState.Declined or PairingState.Lapsed) => [PairingSide.Publisher],
        (PairingState.Invited, PairingState.Engaged or PairingState.Declined or PairingState.Lapsed) => [PairingSide.Company],
        (PairingState.Proposed, PairingState.Interested) => [PairingSide.Company],
        (PairingState.Proposed, PairingState.Invited) => [PairingSide.Publisher],
        (PairingState.Proposed, PairingState.Lapsed) => [PairingSide.Publisher, PairingSide.Company],
        _ => []
    };
}
