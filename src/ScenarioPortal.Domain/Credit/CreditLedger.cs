using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Domain.Credit;

/// <summary>What events bring the two who meet, by the rules of their days: the same events always bring the same.</summary>
public static class CreditLedger
{
    public static IEnumerable<CreditEntry> Of(Pairing pairing) => Of(pairing.Id, pairing.PublisherId, pairing.CompanyId, pairing.Events);

    /// <param name="pairingId">Whose events.</param>
    /// <param name="publisherId">One of the two.</param>
    /// <param name="companyId">The other.</param>
    /// <param name="events">All of them, in their order.</param>
    public static IEnumerable<CreditEntry> Of(Guid pairingId, Guid publisherId, Guid companyId, IReadOnlyList<PairingEvent> events)
    {
        // To suggest and refuse one step again and again brings nothing more.
        HashSet<(string Code, PairingSide Side, PairingState Step)> counted = [];
        foreach (var (before, happened) in events.Zip(events.Skip(1)))
        {
            foreach (var rule in CreditRules.At(happened.At).Where(r => r.Fits(before, happened)))
            {
                foreach (var side in SidesOf(rule.To, before, happened).Where(s => counted.Add((rule.Code, s, happened.Step ?? before.State))))
                {
                    yield return new CreditEntry(side is PairingSide.Publisher ? publisherId : companyId, pairingId, happened, rule);
                }
            }
        }
    }

    /// <summary>What is left of all of them together: the sum of what is left of each.</summary>
    public static decimal Sum(IEnumerable<CreditEntry> entries, DateTimeOffset moment) => entries.Sum(e => e.LeftAt(moment));

    private static PairingSide[] SidesOf(CreditParty party, PairingEvent before, PairingEvent happened) => party switch
    {
        CreditParty.Both => [PairingSide.Publisher, PairingSide.Company],
        CreditParty.Owing => before.State switch
        {
            PairingState.Proposed => [PairingSide.Publisher, PairingSide.Company],
            PairingState.Interested => [PairingSide.Publisher],
            PairingState.Invited => [PairingSide.Company],
            _ => []
        },
        _ => happened.Side is PairingSide.Publisher or PairingSide.Company ? [happened.Side] : []
    };
}
