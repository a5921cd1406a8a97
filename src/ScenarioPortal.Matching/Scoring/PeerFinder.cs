using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Finds the <see cref="Peers"/> of a need. With the likeness l of the k most similar among the other candidates and their text evidence e, a capability of evidence E
/// has (1 − a) · E + a · (Σ l · e + c · E) / (Σ l + c): the less like it they are, the more it stands for itself.
/// </summary>
internal sealed class PeerFinder(DocumentList<CapabilityDocument> capabilities, Likeness likeness, TextScorer scorer, MatchWeights weights)
{
    /// <summary>So many capabilities by text alone. Half as many give a little less.</summary>
    public const int Count = 200;

    /// <summary>So many by the index, of whom those with most evidence are taken: it adds up rounded weights and leaves out common terms.</summary>
    private const int Found = 2 * Count;

    /// <summary>c: how like peers must be to say something.</summary>
    private const double Independence = 0.05;

    public Peers Find(NeedProfile profile)
    {
        var (candidates, texts) = Best(profile, capabilities.Best(profile.Distinctive, Found, null));
        var matrix = Likeness.Matrix(Array.ConvertAll(candidates, c => likeness.Of(c.Analysis)));
        var changes = new double[candidates.Length];
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = Change(matrix.AsSpan(i * candidates.Length, candidates.Length), texts, texts[i].Total, i);
        }

        return new Peers(this, candidates, texts, changes);
    }

    /// <summary>The same for a capability that is not among the candidates, or stands there with another text.</summary>
    /// <param name="peers">The candidates.</param>
    /// <param name="itself">The place of its other text, which is no peer of it, or −1.</param>
    /// <param name="profile">The need.</param>
    /// <param name="analysed">The capability.</param>
    public (TextEvidence Text, double Change) Beside(Peers peers, int itself, NeedProfile profile, AnalysedDocument analysed)
    {
        var (text, words) = (scorer.Score(profile, analysed), likeness.Weigh(analysed.Matching));
        var row = new float[peers.Candidates.Length];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = words.Dot(likeness.Of(peers.Candidates[i].Analysis));
        }

        return (text, Change(row, peers.Texts, text.Total, itself));
    }

    /// <summary>Those with most evidence of text, fields included; in the order of ids.</summary>
    private (Entry<CapabilityDocument>[] Candidates, TextEvidence[] Texts) Best(NeedProfile profile, List<Entry<CapabilityDocument>> found)
    {
        var best = found
            .Select(c => (Candidate: c, Text: scorer.Score(profile, c.Analysis)))
            .Where(c => scorer.Meets(profile, c.Text))
            .OrderByDescending(c => c.Text.Total).ThenBy(c => c.Candidate.Id)
            .Take(Count)
            .OrderBy(c => c.Candidate.Id)
            .ToArray();
        return (Array.ConvertAll(best, b => b.Candidate), Array.ConvertAll(best, b => b.Text));
    }

    private double Change(ReadOnlySpan<float> row, ReadOnlySpan<TextEvidence> texts, double own, int itself)
    {
        Span<int> nearest = stackalloc int[weights.PeerCount];
        var count = 0;
        for (var i = 0; i < row.Length; i++)
        {
            if (i == itself || row[i] <= 0 || (count == nearest.Length && (count == 0 || row[i] <= row[nearest[count - 1]])))
            {
                continue;
            }

            var place = count < nearest.Length ? count++ : count - 1;
            for (; place > 0 && row[nearest[place - 1]] < row[i]; place--)
            {
                nearest[place] = nearest[place - 1];
            }

            nearest[place] = i;
        }

        var (sum, all) = (Independence * own, Independence);
        foreach (var peer in nearest[..count])
        {
            sum += row[peer] * texts[peer].Total;
            all += row[peer];
        }

        return weights.Peers * ((sum / all) - own);
    }
}
