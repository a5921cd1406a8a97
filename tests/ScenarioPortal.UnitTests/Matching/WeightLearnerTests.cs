using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Learning;
using ScenarioPortal.Matching.Scoring;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>People who decide by weights that we know, or by none, are looked at from outside: only who was chosen, and where the chosen one stood.</summary>
public sealed class WeightLearnerTests
{
    private const int Needs = 400;
    private const int Offers = 12;
    private const int Parts = 3;

    /// <summary>How much these people heed evidence.</summary>
    private const double Heed = 2;

    private static readonly DateOnly Day = new(2026, 11, 27);

    [Fact]
    public void Known_weights_are_found_back_though_few_look_further_down()
    {
        var factors = PairwiseFit.Factors(Decide(3000, [2, 0.2, 1], Heed), Parts);

        Assert.Equal([2, 0.2, 1], factors.Select((f, i) => Math.Abs(f - new[] { 2, 0.2, 1 }[i]) < 0.25 ? new[] { 2, 0.2, 1 }[i] : f));
    }

    [Fact]
    public void Who_takes_anything_that_stands_high_teaches_nothing()
    {
        var factors = PairwiseFit.Factors(Decide(3000, [2, 0.2, 1], 0), Parts);

        Assert.All(factors, f => Assert.InRange(f, 0.8, 1.2));
    }

    [Fact]
    public void A_few_decisions_move_weights_less_than_many()
    {
        var (few, many) = (PairwiseFit.Factors(Decide(20, [3, 1, 1], Heed), Parts), PairwiseFit.Factors(Decide(3000, [3, 1, 1], Heed), Parts));

        Assert.InRange(few[0], 1, many[0]);
    }

    [Fact]
    public void Weights_are_proposed_that_say_from_what_they_were_learnt_and_the_rest_of_the_file_stays()
    {
        var matcher = Filled();
        var truth = Changed(("region", "0.9"), ("field", "0"));

        var learnt = new WeightLearner(matcher).Learn(Decide(matcher, matcher.With(truth), Heed));

        Assert.True(learnt.After > learnt.Before, $"{learnt.Before} → {learnt.After}");
        Assert.Equal($"learnt-2026-11-27-{Needs}", learnt.Weights!.Version);
        var lines = learnt.Weights.Lines.ToDictionary(l => l.Name);
        Assert.InRange(lines["region"].Value, 0.4, 0.6);
        Assert.InRange(lines["field"].Value, 0, 0.15);
        Assert.Contains($"Learnt from {Needs} decisions until 2026-11-27, pairwise accuracy 0.", lines["region"].Reason, StringComparison.Ordinal);
        Assert.EndsWith("; it was 0.2.", lines["region"].Reason, StringComparison.Ordinal);
        Assert.Equal(MatchWeights.Shipped.Lines.Where(l => l.Name is "middle" or "peer-count"), learnt.Weights.Lines.Where(l => l.Name is "middle" or "peer-count"));
        Assert.Equal(learnt.Weights.Lines, MatchWeights.Load(new StringReader(learnt.Weights.ToText())).Lines);
        Assert.Equal(learnt.Weights.Lines, new WeightLearner(matcher).Learn(Decide(matcher, matcher.With(truth), Heed)).Weights!.Lines);
    }

    [Fact]
    public void From_decisions_at_random_nothing_is_proposed()
    {
        var matcher = Filled();

        var learnt = new WeightLearner(matcher).Learn(Decide(matcher, matcher, 0));

        Assert.Null(learnt.Weights);
        Assert.Equal(Needs, learnt.Decisions);
        Assert.InRange(learnt.After, learnt.Before - 0.03, learnt.Before + 0.03);
    }

    [Fact]
    public void Decisions_between_texts_that_are_gone_do_not_count()
    {
        var matcher = Filled();
        var decisions = Decide(matcher, matcher, Heed);
        matcher.Apply(new MatcherChanges { RemovedNeeds = [.. decisions.Skip(1).Select(d => d.NeedId)] });

        Assert.Equal(1, new WeightLearner(matcher).Learn(decisions).Decisions);
        Assert.Equal(new LearntWeights(null, 0, 0, 0), new WeightLearner(matcher).Learn([]));
    }

    /// <summary>Eight are shown in the order of the weights in force; some are looked at, one of those is taken.</summary>
    private static List<Comparison> Decide(int decisions, double[] truth, double heed)
    {
        var random = new Random(17);
        List<Comparison> comparisons = [];
        for (var i = 0; i < decisions; i++)
        {
            var shown = Enumerable.Range(0, 8)
                .Select(_ => (Words: 2 * random.NextDouble(), Parts: Enumerable.Range(0, Parts).Select(_ => random.NextDouble() - 0.5).ToArray()))
                .OrderByDescending(o => o.Words + o.Parts.Sum()).ToArray();
            if (Choose([.. shown.Select(o => o.Words + o.Parts.Zip(truth, (part, factor) => part * factor).Sum())], heed, random) is { } place)
            {
                var chosen = shown[place];
                comparisons.AddRange(shown.Where((_, p) => p != place).Select(o => new Comparison(
                    chosen.Words + chosen.Parts.Sum() - o.Words - o.Parts.Sum(), [.. chosen.Parts.Zip(o.Parts, (one, other) => one - other)], Math.Log2(place + 2) / 7)));
            }
        }

        return comparisons;
    }

    private static List<Decision> Decide(Matcher matcher, Matcher truth, double heed)
    {
        var random = new Random(17);
        List<Decision> decisions = [];
        for (var need = 0; need < Needs; need++)
        {
            var document = matcher.Need(DocumentGen.Identity(1000 + need))!;
            var shown = matcher.CapabilitiesFor(document, Offers).Select(m => m.Id).OrderBy(_ => random.Next()).Take(6)
                .OrderByDescending(id => matcher.Evidence(document, [id])[0].Total).ToArray();
            var place = (int?)null;
            while (place is null)
            {
                place = Choose([.. truth.Evidence(document, shown).Select(e => e.Total)], heed, random);
            }

            decisions.Add(new Decision { NeedId = document.Id, ChosenId = shown[place.Value], PassedOver = [.. shown.Where((_, p) => p != place)], Place = place.Value + 1, Day = Day });
        }

        return decisions;
    }

    private static int? Choose(double[] evidence, double heed, Random random)
    {
        var seen = Enumerable.Range(0, evidence.Length).Where(p => random.NextDouble() < 1 / Math.Log2(p + 2)).ToArray();
        var left = random.NextDouble() * seen.Sum(p => Math.Exp(heed * evidence[p]));
        return seen.Cast<int?>().FirstOrDefault(p => (left -= Math.Exp(heed * evidence[p!.Value])) <= 0);
    }

    private static MatchWeights Changed(params (string Name, string Value)[] changes) => MatchWeights.Load(new StringReader(string.Join('\n',
        MatchWeights.Shipped.ToText().Split('\n').Select(line => changes.Where(c => line.StartsWith($"{c.Name},", StringComparison.Ordinal)).Select(c => $"{c.Name},0,{c.Value},a reason").FirstOrDefault(line)))));

    /// <summary>One subject; offers differ in field, region and how they put it.</summary>
    private static Matcher Filled()
    {
        string[] words = ["老人", "跌倒", "检测", "雷达"];
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges
        {
            Needs = [.. Enumerable.Range(0, Needs).Select(i => new NeedDocument
            {
                Id = DocumentGen.Identity(1000 + i), Revision = 1, Title = words[i % 4] + words[(i + 1) % 4], Description = "", Field = i % 2 == 0 ? "养老" : "工业", RegionCode = i % 3 == 0 ? "440305" : "110101"
            })],
            Capabilities = [.. Enumerable.Range(0, Offers).Select(i => new CapabilityDocument
            {
                Id = DocumentGen.Identity(1 + i), Revision = 1, Title = words[i % 4] + words[(i + 1 + (i / 4)) % 4], Description = "", Field = i % 3 == 0 ? "养老" : "工业", RegionCode = i % 2 == 0 ? "440305" : "110101", ServiceRegionCodes = [i % 2 == 0 ? "440000" : "110000"]
            })]
        });
        return matcher;
    }
}
