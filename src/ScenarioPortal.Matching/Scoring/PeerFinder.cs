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
        return new Peers(this, candidates, texts);
    }

    /// <summary>What their peers add to all candidates.</summary>
    public double[] Changes(Peers peers)
    {
        var table = LikenessTable.Of(likeness, peers.Candidates);
        var changes = new double[peers.Candidates.Length];
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = Change(table.Row(i)[..changes.Length], peers.Texts, peers.Texts[i].Total, i);
        }

        return changes;
    }

    /// <summary>What its peers add to one capability.</summary>
    /// <param name="peers">The candidates.</param>
    /// <param name="itself">Its place among them, or that of its other text, which is no peer of it; −1 for none.</param>
    /// <param name="text">The evidence of its text.</param>
    /// <param name="analysed">Its words.</param>
    public double Change(Peers peers, int itself, TextEvidence text, AnalysedDocument analysed)
    {
        var row = new float[peers.Candidates.Length];
        LikenessTable.Compare(likeness, analysed.Matching, peers.Candidates, peers.Norms, row);
        return Change(row, peers.Texts, text.Total, itself);
    }

    /// <summary>The evidence of the text, and the same, for a capability that is not among the candidates, or stands there with another text.</summary>
    public (TextEvidence Text, double Change) Beside(Peers peers, int itself, NeedProfile profile, AnalysedDocument analysed)
    {
        var text = scorer.Score(profile, analysed);
        return (text, Change(peers, itself, text, analysed));
    }

    public float[] Norms(Entry<CapabilityDocument>[] candidates) => LikenessTable.Norms(likeness, candidates);

    /// <summary>Those with most evidence of text, fields included; in the order of ids.</summary>
    private (Entry<CapabilityDocument>[] Candidates, TextEvidence[] Texts) Best(NeedProfile profile, List<Entry<CapabilityDocument>> found)
    {
        var texts = scorer.Score(profile, found);
        var best = new List<(Entry<CapabilityDocument> Candidate, TextEvidence Text)>(found.Count);
        for (var i = 0; i < texts.Length; i++)
        {
            if (scorer.Meets(profile, texts[i]))
            {
                best.Add((found[i], texts[i]));
            }
        }

        best.Sort(static (one, other) => other.Text.Total.CompareTo(one.Text.Total) is not 0 and var order ? order : one.Candidate.Id.CompareTo(other.Candidate.Id));
        best.RemoveRange(Math.Min(Count, best.Count), Math.Max(0, best.Count - Count));
        best.Sort(static (one, other) => one.Candidate.Id.CompareTo(other.Candidate.Id));
        return ([.. best.Select(b => b.Candidate)], [.. best.Select(b => b.Text)]);
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
