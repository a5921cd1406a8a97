using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// The capabilities that share most with a need, by id, each with the evidence of its text and what that becomes once a share of it is taken from the
/// candidates that are most like it: capabilities that do the same say it in different words, and what one leaves out another says.
/// </summary>
internal sealed class Peers(PeerFinder finder, Entry<CapabilityDocument>[] candidates, TextEvidence[] texts)
{
    /// <summary>From so many on it is faster to compare all candidates with one another than one after another.</summary>
    private const int Several = 4;

    private double[]? _changes;
    private float[]? _norms;
    private int _asked;

    public Entry<CapabilityDocument>[] Candidates => candidates;

    public ReadOnlySpan<TextEvidence> Texts => texts;

    /// <summary>See <see cref="LikenessTable.Norms"/>, of the candidates in their order. Found when first asked for; should two ask at once, both find the same.</summary>
    public float[] Norms => _norms ??= finder.Norms(candidates);

    /// <summary>The text evidence of a capability and what its peers add to it (below zero: take from it). One is compared with all candidates; where several are asked about, all are.</summary>
    public (TextEvidence Text, double Change) Of(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed)
    {
        var place = PlaceOf(capability.Id);
        if (place < 0 || !ReferenceEquals(candidates[place].Document, capability))
        {
            return finder.Beside(this, place, profile, analysed);
        }

        if (_changes is null && ++_asked < Several)
        {
            return (texts[place], finder.Change(this, place, texts[place], analysed));
        }

        return (texts[place], (_changes ??= finder.Changes(this))[place]);
    }

    private int PlaceOf(Guid id)
    {
        var (low, high) = (0, candidates.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = candidates[middle].Id.CompareTo(id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
