using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Finds the clauses in which a need and a capability meet: Σ rarity of the shared terms, words and characters alike, so that
/// a shared word counts with its characters. At most three, each clause once, none much weaker than the best. Clauses that have
/// nothing to mark met by chance; they are shown only where no others meet.
/// </summary>
internal sealed class PassageFinder(ClauseReader reader, Vocabulary vocabulary, CollectionStatistics capabilities)
{
    /// <summary>About one rare word or two rare characters.</summary>
    public const double LeastWeight = 4;

    private const int Most = 3;

    /// <summary>Weaker than this share of the best is not worth showing.</summary>
    private const double WorthShowing = 0.4;

    /// <param name="need">The clauses of the need, from <see cref="Read"/>.</param>
    /// <param name="capability">The other side.</param>
    public IReadOnlyList<SharedPassage> Find(NeedClauses need, CapabilityDocument capability)
    {
        var offers = reader.Of(capability);
        var pairs = Pairs(need, offers);
        var (chosen, used) = (new List<SharedPassage>(Most), new List<(int Need, int Offer)>(Most));
        foreach (var pair in pairs)
        {
            if (chosen.Count == Most || pair.Weight < WorthShowing * pairs[0].Weight)
            {
                break;
            }

            if (used.TrueForAll(u => u.Need != pair.Need && u.Offer != pair.Offer)
                && new SharedPassage(need.Clauses[pair.Need], offers[pair.Offer], need) is var passage && Highlighter.Marks(passage, Rarity))
            {
                chosen.Add(passage);
                used.Add((pair.Need, pair.Offer));
            }
        }

        return chosen.Count > 0 || pairs.Count == 0 ? chosen : [new SharedPassage(need.Clauses[pairs[0].Need], offers[pairs[0].Offer], need)];
    }

    public NeedClauses Read(NeedDocument need) => new(reader.Of(need), Rarity);

    /// <summary>How rare a term is among the capabilities, see <see cref="CollectionStatistics.InverseFrequency"/>.</summary>
    public float Rarity(ulong key) => capabilities.InverseFrequency(capabilities.DocumentsWith(vocabulary.Find(key)));

    /// <summary>Those that share enough, the most first; equal ones in the order of the need and then of the capability.</summary>
    private static List<(int Need, int Offer, double Weight)> Pairs(NeedClauses need, Clause[] offers)
    {
        var (pairs, weights) = (new List<(int Need, int Offer, double Weight)>(), new double[need.Clauses.Length]);
        for (var offer = 0; offer < offers.Length; offer++)
        {
            need.Weigh(offers[offer], weights);
            for (var clause = 0; clause < weights.Length; clause++)
            {
                if (weights[clause] >= LeastWeight)
                {
                    pairs.Add((clause, offer, weights[clause]));
                }
            }
        }

        pairs.Sort(static (one, other) => other.Weight.CompareTo(one.Weight) is not 0 and var byWeight ? byWeight
            : one.Need.CompareTo(other.Need) is not 0 and var byNeed ? byNeed
            : one.Offer.CompareTo(other.Offer));
        return pairs;
    }
}
