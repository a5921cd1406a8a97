namespace ScenarioPortal.Matching.Thesauri;

/// <summary>
/// Proposes pairs of words from texts that belong together: words of needs with words of the capabilities that fit, or words of the same text.
/// Ranked by Dunning's log-likelihood ratio (Accurate Methods for the Statistics of Surprise and Coincidence, 1993), asked to be at least twice
/// as frequent as by chance (pointwise mutual information).
/// </summary>
public static class PairMiner
{
    /// <summary>Fewer texts than these are an accident.</summary>
    public const int FewestTexts = 3;

    /// <summary>Chance explains one in a hundred thousand above it (χ² with one degree of freedom): as many pairs are tried at once.</summary>
    private const double Significant = 19.5;

    /// <summary>A word in more than this share of texts says nothing about any of them.</summary>
    private const double TooCommon = 0.2;

    /// <summary>So many of a text's rarest words are looked at: what grows with their square stays bounded.</summary>
    private const int WordsOfText = 30;

    private static readonly double LeastInformation = Math.Log(2);

    /// <summary>Words of a need with words of capabilities that fit it.</summary>
    /// <param name="pairs">Need and capability; a need may stand in several pairs and is one piece of evidence.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="isKnown">Pairs that are not to be proposed.</param>
    public static IReadOnlyList<MinedPair> AcrossTexts(IReadOnlyList<(ReadText Need, ReadText Capability)> pairs, int limit, Func<string, string, bool> isKnown)
    {
        var groups = pairs.GroupBy(p => p.Need, p => p.Capability, ReferenceEqualityComparer.Instance).Select(g => (Need: (ReadText)g.Key!, Capabilities: g.ToArray())).ToArray();
        var needs = new WordCounts(groups.Select(g => g.Need));
        var capabilities = new WordCounts(pairs.Select(p => p.Capability).Distinct(ReferenceEqualityComparer.Instance).Cast<ReadText>());
        var together = new Dictionary<(int, int), Together>();
        var answered = new int[capabilities.Count];
        foreach (var (need, offered) in groups)
        {
            int[] second = [.. offered.SelectMany(capabilities.Telling).Distinct()];
            foreach (var other in second)
            {
                answered[other]++;
            }

            foreach (var one in needs.Telling(need))
            {
                foreach (var other in second)
                {
                    Count(together, (one, other), need);
                }
            }
        }

        return Best(together, n => (needs.Word(n), needs.Texts(n)), n => (capabilities.Word(n), answered[n]), groups.Length, limit, isKnown);
    }

    /// <summary>Words that stand in the same texts. Which of two comes first follows from their order by character and means nothing.</summary>
    public static IReadOnlyList<MinedPair> WithinTexts(IReadOnlyList<ReadText> texts, int limit, Func<string, string, bool> isKnown)
    {
        var counts = new WordCounts(texts);
        var together = new Dictionary<(int, int), Together>();
        foreach (var text in texts)
        {
            var words = counts.Telling(text);
            for (var i = 0; i < words.Length; i++)
            {
                for (var j = i + 1; j < words.Length; j++)
                {
                    var isInOrder = string.CompareOrdinal(counts.Word(words[i]), counts.Word(words[j])) < 0;
                    Count(together, isInOrder ? (words[i], words[j]) : (words[j], words[i]), text);
                }
            }
        }

        return Best(together, n => (counts.Word(n), counts.Texts(n)), n => (counts.Word(n), counts.Texts(n)), texts.Count, limit, isKnown);
    }

    /// <summary>Dunning's G² of a table of two by two: how surprising it is to find two words together in <paramref name="both"/> of <paramref name="all"/> texts.</summary>
    internal static double LogLikelihood(int both, int first, int second, int all)
    {
        return 2 * (Cell(both, first, second) + Cell(first - both, first, all - second) + Cell(second - both, all - first, second) + Cell(all - first - second + both, all - first, all - second));

        double Cell(double seen, double row, double column) => seen <= 0 ? 0 : seen * Math.Log(seen * all / (row * column));
    }

    private static void Count(Dictionary<(int, int), Together> together, (int, int) words, ReadText evidence)
    {
        if (!together.TryGetValue(words, out var count))
        {
            together[words] = count = new Together();
        }

        count.Note(evidence);
    }

    /// <param name="together">What came together, by the numbers of the words.</param>
    /// <param name="first">A first word by its number, and in how many texts it stands.</param>
    /// <param name="second">The same of a second word.</param>
    /// <param name="all">How many texts there are.</param>
    /// <param name="limit">How many pairs at most.</param>
    /// <param name="isKnown">Pairs that are not to be proposed.</param>
    private static IReadOnlyList<MinedPair> Best(
        Dictionary<(int First, int Second), Together> together, Func<int, (string Word, int Texts)> first, Func<int, (string Word, int Texts)> second, int all, int limit, Func<string, string, bool> isKnown) =>
    [
        .. (from pair in together
            let both = pair.Value.Evidence
            where both >= FewestTexts
            let one = first(pair.Key.First)
            let other = second(pair.Key.Second)
            where !one.Word.Contains(other.Word, StringComparison.OrdinalIgnoreCase) && !other.Word.Contains(one.Word, StringComparison.OrdinalIgnoreCase)
            where Math.Log((double)both * all / ((double)one.Texts * other.Texts)) >= LeastInformation
            let strength = LogLikelihood(both, one.Texts, other.Texts, all)
            where strength >= Significant && !isKnown(one.Word, other.Word)
            orderby strength descending, one.Word, other.Word
            select new MinedPair(one.Word, other.Word, pair.Value.Field, both, strength))
        .DistinctBy(p => string.CompareOrdinal(p.Word, p.LeadsTo) < 0 ? (p.Word, p.LeadsTo) : (p.LeadsTo, p.Word))
        .Take(limit)
    ];

    /// <summary>In how many texts each word stands.</summary>
    private sealed class WordCounts
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _words = [];
        private readonly List<int> _texts = [];
        private readonly int _most;

        public WordCounts(IEnumerable<ReadText> texts)
        {
            var all = 0;
            foreach (var text in texts)
            {
                all++;
                foreach (var word in text.Words)
                {
                    Add(word);
                }
            }

            _most = (int)Math.Max(FewestTexts, all * TooCommon);
        }

        public int Count => _words.Count;

        public string Word(int number) => _words[number];

        public int Texts(int number) => _texts[number];

        /// <summary>The rarest of the words that stand in several texts and not everywhere.</summary>
        public int[] Telling(ReadText text) =>
        [
            .. text.Words.Select(w => _numbers[w]).Where(n => _texts[n] >= FewestTexts && _texts[n] <= _most)
                .OrderBy(n => _texts[n]).ThenBy(n => _words[n], StringComparer.Ordinal).Take(WordsOfText)
        ];

        private void Add(string word)
        {
            if (_numbers.TryAdd(word, _words.Count))
            {
                _words.Add(word);
                _texts.Add(0);
            }

            _texts[_numbers[word]]++;
        }
    }

    /// <summary>In which first texts two words came together.</summary>
    private sealed class Together
    {
        private readonly Dictionary<string, int> _fields = new(StringComparer.Ordinal);

        public int Evidence { get; private set; }

        public string? Field => _fields.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key).FirstOrDefault() is { Length: > 0 } most ? most : null;

        public void Note(ReadText text)
        {
            Evidence++;
            _fields[text.Field ?? ""] = _fields.GetValueOrDefault(text.Field ?? "") + 1;
        }
    }
}
