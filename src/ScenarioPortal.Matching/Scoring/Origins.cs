using System.Collections.Frozen;
using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>The thesaurus backwards: words of needs from which it leads to the words of a capability. Thread-safe.</summary>
internal sealed class Origins
{
    /// <summary>Of the pairs whose second word stands in the capability, in part at least, those that stand there most wholly.</summary>
    private const int MostPairs = 40;

    private readonly (TermVector From, TermVector To)[] _pairs;
    private readonly FrozenDictionary<ulong, int[]> _byTermOfTo;

    public Origins(DocumentAnalyser analyser, IEnumerable<(string From, string To)> leads)
    {
        _pairs = [.. leads.Select(l => (analyser.Vector(l.From), analyser.Vector(l.To)))];
        _byTermOfTo = _pairs
            .SelectMany((pair, number) => pair.To.Keys.Select(key => (key, number)))
            .GroupBy(u => u.key, u => u.number)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The terms of those words, each by its rarity and by how much of what its word leads to stands in the capability.</summary>
    public WeightedTerms Of(TermVector capability, Func<ulong, float> rarity)
    {
        var met = new Dictionary<int, float>();
        foreach (var key in capability.Keys)
        {
            foreach (var pair in _byTermOfTo.GetValueOrDefault(key, []))
            {
                met[pair] = met.GetValueOrDefault(pair) + rarity(key);
            }
        }

        var weights = new SortedDictionary<ulong, float>();
        var wholes = met.Select(m => (Pair: m.Key, Share: m.Value / _pairs[m.Key].To.Keys.Sum(rarity)));
        foreach (var (pair, share) in wholes.OrderByDescending(w => w.Share).ThenBy(w => w.Pair).Take(MostPairs))
        {
            foreach (var key in _pairs[pair].From.Keys)
            {
                weights[key] = Math.Max(weights.GetValueOrDefault(key), share * rarity(key));
            }
        }

        return new WeightedTerms([.. weights.Keys], [.. weights.Values]);
    }
}
