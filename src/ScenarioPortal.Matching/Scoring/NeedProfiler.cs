using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Works out the profile of a need against the capabilities that are there now.</summary>
internal sealed class NeedProfiler(DocumentAnalyser analyser, Vocabulary vocabulary, CollectionStatistics capabilities)
{
    /// <summary>
    /// Terms rarer than this count as if they were as frequent: otherwise one chance hit of a rare word outweighs everything,
    /// and the unit would shrink as the list grows.
    /// </summary>
    private const double RarestShare = 0.03;

    private const double MostFrequentShare = 0.5;

    public NeedProfile Profile(NeedDocument need, AnalysedDocument analysed)
    {
        var terms = Weigh(analysed.Matching, Saturation.Need);
        return new NeedProfile
        {
            Need = need,
            Terms = terms,
            Deviation = Deviation(terms),
            FieldAffinity = FieldAffinity.Of(analysed.Matching, capabilities, vocabulary),
            Technologies = [.. need.Technologies.Select(Phrase)],
            Conditions = [.. need.Conditions.Select(c => Phrase(c.Text))]
        };
    }

    /// <summary>Saturated frequency × rarity among the capabilities, for any vector.</summary>
    public WeightedTerms Weigh(TermVector vector, Saturation saturation)
    {
        var pivot = saturation.Pivot(vector.Length, capabilities.TypicalLength);
        var weights = new float[vector.Keys.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = saturation.Weigh(vector.Frequencies[i], pivot) * capabilities.InverseFrequency(DocumentsWith(vector.Keys[i]));
        }

        return new WeightedTerms(vector.Keys, weights);
    }

    private WantedPhrase Phrase(string text) => new(text, Weigh(analyser.Vector(text), Saturation.Need));

    /// <summary>√ Σ weight² · p · (1 − p): terms taken as independent, each in a share p of the capabilities.</summary>
    private double Deviation(WeightedTerms terms)
    {
        var variance = 0d;
        for (var i = 0; i < terms.Keys.Length; i++)
        {
            var share = Math.Clamp((double)DocumentsWith(terms.Keys[i]) / Math.Max(1, capabilities.Documents), RarestShare, MostFrequentShare);
            variance += terms.Weights[i] * (double)terms.Weights[i] * share * (1 - share);
        }

        return Math.Sqrt(variance);
    }

    private int DocumentsWith(ulong key) => capabilities.DocumentsWith(vocabulary.Find(key));
}
