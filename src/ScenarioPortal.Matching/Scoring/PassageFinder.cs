using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Finds the clauses in which a need and a capability meet: Σ rarity of the shared terms, words and characters alike, so that
/// a shared word counts with its characters. At most three, each clause once, none much weaker than the best. Clauses that have
/// nothing to mark met by chance; they are shown only where no others meet.
/// </summary>
internal sealed class PassageFinder(DocumentAnalyser analyser, Vocabulary vocabulary, CollectionStatistics capabilities)
{
    /// <summary>About one rare word or two rare characters.</summary>
    public const double LeastWeight = 4;

    private const int Most = 3;

    /// <summary>Weaker than this share of the best is not worth showing.</summary>
    private const double WorthShowing = 0.4;

    /// <param name="need">The clauses of the need, from <see cref="Read"/>.</param>
    /// <param name="capability">The other side.</param>
    public IReadOnlyList<SharedPassage> Find(IReadOnlyList<WeighedClause> need, CapabilityDocument capability)
    {
        var offers = Clauses(Section.Of(capability));
        var pairs = need
            .SelectMany(n => offers.Select(o => new SharedPassage(n.Clause, o, SharedWeight(n.Clause.Keys, n.Rarities, o.Keys))))
            .Where(p => p.Weight >= LeastWeight)
            .OrderByDescending(p => p.Weight)
            .ToList();
        var chosen = new List<SharedPassage>();
        foreach (var pair in pairs)
        {
            var isNew = chosen.TrueForAll(c => c.Need != pair.Need && c.Capability != pair.Capability);
            if (chosen.Count < Most && isNew && pair.Weight >= WorthShowing * pairs[0].Weight && Highlighter.Marks(pair.Need, pair.Capability, Rarity))
            {
                chosen.Add(pair);
            }
        }

        return chosen.Count > 0 ? chosen : [.. pairs.Take(1)];
    }

    public IReadOnlyList<WeighedClause> Read(IEnumerable<Section> need) =>
        [.. Clauses(need).Select(clause => new WeighedClause(clause, Array.ConvertAll(clause.Keys, Rarity)))];

    /// <summary>How rare a term is among the capabilities, see <see cref="CollectionStatistics.InverseFrequency"/>.</summary>
    public float Rarity(ulong key) => capabilities.InverseFrequency(capabilities.DocumentsWith(vocabulary.Find(key)));

    private List<Clause> Clauses(IEnumerable<Section> sections)
    {
        var clauses = new List<Clause>();
        foreach (var section in sections)
        {
            clauses.AddRange(ClauseSplitter.Split(section.Text)
                .Select(text => new Clause(text, analyser.MatchingTerms(section with { Text = text }), section.IsCase)));
        }

        return clauses;
    }

    private static double SharedWeight(ulong[] keys, float[] rarities, ulong[] others)
    {
        var sum = 0d;
        for (int i = 0, j = 0; i < keys.Length && j < others.Length;)
        {
            var (key, other) = (keys[i], others[j]);
            sum += key == other ? rarities[i] : 0;
            i += key <= other ? 1 : 0;
            j += other <= key ? 1 : 0;
        }

        return sum;
    }
}
