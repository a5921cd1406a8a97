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

    /// <summary>Chance explains less than one in a thousand above it (χ² with one degree of freedom).</summary>
    private const double Significant = 10.83;

    /// <summary>A word in more than this share of texts says nothing about any of them.</summary>
    private const double TooCommon = 0.2;

    /// <summary>So many of a text's rarest words are looked at: what grows with their square stays bounded.</summary>
    private const int WordsOfText = 40;

    private static readonly double LeastInformation = Math.Log(2);

    /// <summary>Words of a need with words of capabilities that fit it.</summary>
    /// <param name="pairs">Need and capability; a need may stand in several pairs and is one piece of evidence.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="isKnown">Pairs that are not to be proposed.</param>
    public static IReadOnlyList<MinedPair> AcrossTexts(IReadOnlyList<(ReadText Need, ReadText Capability)> pairs, int limit, Func<string, string, bool> isKnown)
    {
        var needs = new WordCounts(pairs.Select(p => p.Need));
        var capabilities = new WordCounts(pairs.Select(p => p.Capability));
        var together = new Dictionary<(int, int), Together>();
        foreach (var group in pairs.GroupBy(p => p.Need, ReferenceEqualityComparer.Instance))
        {
            foreach (var (need, capability) in group)
            {
                var second = capabilities.Telling(capability);
                foreach (var one in needs.Telling(need))
                {
                    foreach (var other in second)
                    {
                        Count(together, (one, other), need);
                    }
                }
            }
        }

        return Best(together, needs, capabilities, pairs.Count, limit, isKnown);
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

        return Best(together, counts, counts, texts.Count, limit, isKnown);
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

    private static IReadOnlyList<MinedPair> Best(
        Dictionary<(int First, int Second), Together> together, WordCounts firsts, WordCounts seconds, int all, int limit, Func<string, string, bool> isKnown) =>
    [
        .. (from pair in together
            where pair.Value.Evidence >= FewestTexts
            let one = firsts.Word(pair.Key.First)
            let other = seconds.Word(pair.Key.Second)
            where !one.Contains(other, StringComparison.OrdinalIgnoreCase) && !other.Contains(one, StringComparison.OrdinalIgnoreCase)
            let first = firsts.Times(pair.Key.First)
            let second = seconds.Times(pair.Key.Second)
            where Math.Log((double)pair.Value.Times * all / ((double)first * second)) >= LeastInformation
            let strength = LogLikelihood(pair.Value.Times, first, second, all)
            where strength >= Significant && !isKnown(one, other)
            orderby strength descending, one, other
            select new MinedPair(one, other, pair.Value.Field, pair.Value.Evidence, strength))
        .DistinctBy(p => string.CompareOrdinal(p.Word, p.LeadsTo) < 0 ? (p.Word, p.LeadsTo) : (p.LeadsTo, p.Word))
        .Take(limit)
    ];

    /// <summary>How often each word comes, and in how many different texts: one text may come several times.</summary>
    private sealed class WordCounts
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _words = [];
        private readonly List<int> _times = [];
        private readonly List<int> _texts = [];
        private readonly int _most;

        public WordCounts(IEnumerable<ReadText> texts)
        {
            var seen = new HashSet<ReadText>(ReferenceEqualityComparer.Instance);
            foreach (var text in texts)
            {
                var isNew = seen.Add(text);
                foreach (var word in text.Words)
                {
                    Add(word, isNew);
                }
            }

            _most = (int)Math.Max(FewestTexts, seen.Count * TooCommon);
        }

        public string Word(int number) => _words[number];

        public int Times(int number) => _times[number];

        /// <summary>The rarest of the words that stand in several texts and not everywhere.</summary>
        public int[] Telling(ReadText text) =>
        [
            .. text.Words.Select(w => _numbers[w]).Where(n => _texts[n] >= FewestTexts && _texts[n] <= _most)
                .OrderBy(n => _texts[n]).ThenBy(n => _words[n], StringComparer.Ordinal).Take(WordsOfText)
        ];

        private void Add(string word, bool isOfNewText)
        {
            if (_numbers.TryAdd(word, _words.Count))
            {
                _words.Add(word);
                _times.Add(0);
                _texts.Add(0);
            }

            _times[_numbers[word]]++;
            _texts[_numbers[word]] += isOfNewText ? 1 : 0;
        }
    }

    /// <summary>How often two words came together, and in which first texts.</summary>
    private sealed class Together
    {
        private readonly Dictionary<string, int> _fields = new(StringComparer.Ordinal);
        private ReadText? _last;

        public int Times { get; private set; }

        public int Evidence { get; private set; }

        public string? Field => _fields.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key).FirstOrDefault() is { Length: > 0 } most ? most : null;

        /// <summary>Texts come one after the other: one that came just before is counted already.</summary>
        public void Note(ReadText text)
        {
            Times++;
            if (!ReferenceEquals(_last, text))
            {
                _last = text;
                Evidence++;
                _fields[text.Field ?? ""] = _fields.GetValueOrDefault(text.Field ?? "") + 1;
            }
        }
    }
}
