using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Works out the profile of a need against the capabilities that are there now.</summary>
internal sealed class NeedProfiler(DocumentAnalyser analyser, HintFinder hints, Vocabulary vocabulary, CollectionStatistics capabilities, MatchWeights weights, MeaningFinder? meanings = null)
{
    /// <summary>
    /// Terms rarer than this count as if they were as frequent: otherwise one chance hit of a rare word outweighs everything,
    /// and the unit would shrink as the list grows.
    /// </summary>
    private const double RarestShare = 0.03;

    private const double MostFrequentShare = 0.5;

    /// <summary>
    /// What is always added to the deviation, about half of that of a usual need: a few words say too little about what is
    /// wanted for one of them to be proof. With it, titles alone reach the precision of full texts. In a list of a few capabilities,
    /// where no term is rare and all weights are small, as much as the rarest term weighs.
    /// </summary>
    private const float SmallestDeviation = 3.5f;

    /// <summary>From this size of list on, terms that more than <see cref="CommonShare"/> of it have are not used to find candidates.</summary>
    private const int LargeList = 1000;

    private const double CommonShare = 0.15;

    /// <summary>With these words conditions ask for certificates, whatever they are called.</summary>
    private const string AskingWords = "须 需 应 必须 具备 具有 持有 取得 拥有 获得 提供 通过 有效 有效期内 相关 相应 资质 资质证书 证书 证明 认证 资格 认定";

    private readonly TermVector _asking = analyser.Vector(AskingWords);

    public NeedProfile Profile(NeedDocument need, AnalysedDocument analysed)
    {
        var uses = Uses(analysed.Matching);
        var words = Words(analysed.Matching, uses);
        var hintWords = hints.Find(need);
        var hinted = hintWords.Count == 0 ? null : analyser.Vector(string.Join('\n', hintWords.Select(h => h.To)));
        var hintUses = hinted is null ? [] : Uses(hinted);
        var found = hinted is null ? null : Words(hinted, hintUses);
        var affinity = FieldAffinity.Of(uses, capabilities);
        var distinctive = Distinctive(words.Terms, uses).With(Fields(affinity), (float)(weights.Affinity * words.Deviation));
        return new NeedProfile
        {
            Need = need,
            Words = words,
            Hints = found,
            HintWords = [.. hintWords.Select(h => new Hint(h.From, h.To, Phrase(h.To)))],
            Distinctive = found is null ? distinctive : distinctive.With(Distinctive(found.Terms, hintUses), (float)(weights.Hints * words.Deviation / found.Deviation)),
            FieldAffinity = affinity,
            Meaning = meanings?.Of(need),
            Technologies = [.. need.Technologies.Select(Phrase)],
            Conditions = [.. need.Conditions.Select(c => Condition(c.Text))]
        };
    }

    /// <summary>Saturated frequency × rarity among the capabilities, for any vector.</summary>
    public WeightedTerms Weigh(TermVector vector, Saturation saturation) => Weigh(vector, Uses(vector), saturation);

    /// <summary>The terms of the words of needs from which the thesaurus leads to a capability.</summary>
    public WeightedTerms Origins(TermVector capability) => hints.Origins.Of(capability, key => capabilities.InverseFrequency(capabilities.DocumentsWith(vocabulary.Find(key))));

    private WeightedTerms Weigh(TermVector vector, ReadOnlySpan<TermUse?> uses, Saturation saturation)
    {
        var pivot = saturation.Pivot(vector.Length, capabilities.TypicalLength);
        var weights = new float[vector.Keys.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = saturation.Weigh(vector.Frequencies[i], pivot) * capabilities.InverseFrequency(uses[i]?.Documents ?? 0);
        }

        return new WeightedTerms(vector.Keys, weights);
    }

    private NeedWords Words(TermVector vector, TermUse?[] uses)
    {
        var terms = Weigh(vector, uses, Saturation.Need);
        return new NeedWords(terms, Expected(terms, uses), Deviation(terms, uses));
    }

    private WantedPhrase Phrase(string text) => new(text, Weigh(analyser.Vector(text), Saturation.Need));

    private WantedPhrase Condition(string text)
    {
        var phrase = Phrase(text) with { LocalDigits = LocalCondition.Digits(text), Level = MaturityCondition.Level(text) };
        var kept = Enumerable.Range(0, phrase.Terms.Keys.Length).Where(i => !_asking.Contains(phrase.Terms.Keys[i])).ToArray();
        return kept.Length == 0 ? phrase : phrase with { Certificate = new(Array.ConvertAll(kept, i => phrase.Terms.Keys[i]), Array.ConvertAll(kept, i => phrase.Terms.Weights[i])) };
    }

    /// <summary>Σ weight · p: each term in a share p of the other capabilities, when one that has it is left out; in a list of a few that matters.</summary>
    private double Expected(WeightedTerms terms, ReadOnlySpan<TermUse?> uses)
    {
        var sum = 0d;
        for (var i = 0; i < terms.Keys.Length; i++)
        {
            sum += terms.Weights[i] * (double)Math.Max(0, (uses[i]?.Documents ?? 0) - 1);
        }

        return sum / Math.Max(1, capabilities.Documents - 1);
    }

    /// <summary>√ (Σ weight² · p · (1 − p) + a little): terms taken as independent, each in a share p of the capabilities.</summary>
    private double Deviation(WeightedTerms terms, ReadOnlySpan<TermUse?> uses)
    {
        var smallest = Math.Min(SmallestDeviation, capabilities.InverseFrequency(1));
        var variance = (double)smallest * smallest;
        for (var i = 0; i < terms.Keys.Length; i++)
        {
            var share = Math.Clamp((double)(uses[i]?.Documents ?? 0) / Math.Max(1, capabilities.Documents), RarestShare, MostFrequentShare);
            variance += terms.Weights[i] * (double)terms.Weights[i] * share * (1 - share);
        }

        return Math.Sqrt(variance);
    }

    /// <summary>
    /// Common terms have most of the postings and say least: leaving them out when looking for candidates takes away more than
    /// half of the work. The score itself is over all terms.
    /// </summary>
    private WeightedTerms Distinctive(WeightedTerms terms, TermUse?[] uses)
    {
        if (capabilities.Documents < LargeList)
        {
            return terms;
        }

        var kept = Enumerable.Range(0, uses.Length).Where(i => uses[i] is { } use && use.Documents <= CommonShare * capabilities.Documents).ToArray();
        return new WeightedTerms(Array.ConvertAll(kept, i => terms.Keys[i]), Array.ConvertAll(kept, i => terms.Weights[i]));
    }

    /// <summary>The fields that the words point to, as terms: what is of such a field needs fewer of the words to be a candidate.</summary>
    private static WeightedTerms Fields(float[] affinity)
    {
        var fields = Enumerable.Range(0, affinity.Length).Where(f => affinity[f] > 0).OrderBy(FieldNames.Key).ToArray();
        return new WeightedTerms(Array.ConvertAll(fields, FieldNames.Key), Array.ConvertAll(fields, f => affinity[f]));
    }

    private TermUse?[] Uses(TermVector vector) => Array.ConvertAll(vector.Keys, key => capabilities.Use(vocabulary.Find(key)));
}
