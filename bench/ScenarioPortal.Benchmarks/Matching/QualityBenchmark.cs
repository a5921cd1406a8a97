using System.Globalization;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>What is found against what people judged: the portal, its index alone, and Lucene.NET over the same texts.</summary>
internal sealed class QualityBenchmark(TextAnalyzer analyzer)
{
    private const int Gain = 10;
    private const int Recall = 20;

    public void Run(JudgedSet judged)
    {
        var texts = Array.ConvertAll(judged.Capabilities, JudgedSet.TextOf);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{judged.Needs.Length} judged needs, {texts.Length} capabilities, {judged.Grades.Sum(g => g.Count)} judged pairs"));
        Console.WriteLine($"{"",-30}{"nDCG@10",9}{"Recall@20",11}   difference to Lucene.NET with 95 % of 10,000 draws of needs");
        var lucene = Judge(judged, Ask(new LuceneEngine(), judged, texts));
        Report("Lucene.NET 4.8, bigrams", lucene, lucene);
        Report("portal, words", Judge(judged, Ask(new OwnEngine(analyzer, characters: false), judged, texts)), lucene);
        Report("portal, words and characters", Judge(judged, Ask(new OwnEngine(analyzer, characters: true), judged, texts)), lucene);
        Report("portal, all criteria", Judge(judged, Match(judged)), lucene);
    }

    private static int[][] Ask(IEngine engine, JudgedSet judged, string[] texts)
    {
        using (engine)
        {
            engine.Build(texts);
            return Array.ConvertAll(judged.Needs, need => engine.Find(JudgedSet.TextOf(need), Recall));
        }
    }

    private int[][] Match(JudgedSet judged)
    {
        var matcher = new Matcher(analyzer);
        matcher.Apply(new MatcherChanges { Needs = judged.Needs, Capabilities = judged.Capabilities });
        var numbers = judged.Capabilities.Select((c, number) => (c.Id, number)).ToDictionary(c => c.Id, c => c.number);
        return Array.ConvertAll(judged.Needs, need => matcher.CapabilitiesFor(need, Recall).Select(m => numbers[m.Id]).ToArray());
    }

    /// <summary>nDCG@10 with a gain of 2^grade − 1, and the share of the judged that are among the first 20, for each need.</summary>
    private static (double[] Gain, double[] Recall) Judge(JudgedSet judged, int[][] found)
    {
        var (gains, recalls) = (new double[found.Length], new double[found.Length]);
        for (var need = 0; need < found.Length; need++)
        {
            var grades = judged.Grades[need];
            var ideal = Discounted(grades.Values.OrderDescending());
            gains[need] = ideal == 0 ? 0 : Discounted(found[need].Select(c => grades.GetValueOrDefault(c))) / ideal;
            recalls[need] = grades.Count == 0 ? 0 : (double)found[need].Take(Recall).Count(grades.ContainsKey) / grades.Count;
        }

        return (gains, recalls);
    }

    private static double Discounted(IEnumerable<int> grades) => grades.Take(Gain).Select((grade, rank) => ((1 << grade) - 1) / Math.Log2(rank + 2)).Sum();

    private static void Report(string what, (double[] Gain, double[] Recall) ours, (double[] Gain, double[] Recall) theirs)
    {
        var (gain, recall) = (PairedBootstrap.Difference(ours.Gain, theirs.Gain), PairedBootstrap.Difference(ours.Recall, theirs.Recall));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-30}{ours.Gain.Average(),9:0.000}{ours.Recall.Average(),11:0.000}")
            + (ReferenceEquals(ours.Gain, theirs.Gain) ? "" : string.Create(CultureInfo.InvariantCulture,
                $"   nDCG {gain.Mean:+0.000;−0.000} [{gain.Low:+0.000;−0.000}, {gain.High:+0.000;−0.000}], recall {recall.Mean:+0.000;−0.000} [{recall.Low:+0.000;−0.000}, {recall.High:+0.000;−0.000}]")));
    }
}
