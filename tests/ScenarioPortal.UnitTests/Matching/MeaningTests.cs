using CsCheck;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Scoring;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>Nearness of meaning as one more part of the evidence; the vectors are made by hand.</summary>
public sealed class MeaningTests
{
    private const int All = 100;

    private static readonly NeedDocument Need = new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "独居老人跌倒", Description = "", Field = "养老" };

    /// <summary>The second shares no character with the need, and only its field makes it a candidate.</summary>
    private static readonly CapabilityDocument[] Offers =
        [Capability(1, "老人陪伴", "养老"), Capability(2, "毫米波雷达", "养老"), Capability(3, "供水管网", "水利"), Capability(4, "独居老人用餐", "养老"), Capability(5, "道路标线", "水利")];

    private static readonly float[] Somewhere = [0.6f, 0.8f];

    private static readonly float[][] Directions = [[0.2f, 0.98f], [0.98f, 0.2f], [0.1f, 0.995f], [0.15f, 0.989f], [0, 1]];

    [Fact]
    public void What_means_the_same_and_shares_no_word_is_found_and_moves_up()
    {
        var (without, with) = (Filled(i => default, Need), Filled(i => Directions[i], Need with { Vector = new float[] { 1, 0 } }));

        Assert.DoesNotContain(without.CapabilitiesFor(without.Need(Need.Id)!, All), m => m.Id == DocumentGen.Identity(102));
        Assert.Contains(with.CapabilitiesFor(with.Need(Need.Id)!, All), m => m.Id == DocumentGen.Identity(102));
        Assert.Equal(DocumentGen.Identity(102), with.With(Weighing("2")).CapabilitiesFor(with.Need(Need.Id)!, All)[0].Id);
        var explained = with.Explain(with.Need(Need.Id)!, with.Capability(DocumentGen.Identity(102))!);
        var reason = Assert.Single(explained.Reasons, r => r.Criterion == Criterion.Meaning);
        Assert.Equal((Verdict.Partly, ReasonDetail.MeaningNear), (reason.Verdict, reason.Detail));
        Assert.True(reason.Points > 0);
    }

    [Fact]
    public void A_missing_vector_and_one_of_another_model_add_nothing()
    {
        var need = Need with { Vector = new float[] { 1, 0 } };
        var matcher = Filled(i => i == 1 ? default : i == 0 ? new float[] { 1, 0, 0 } : Directions[i], need);

        Assert.All([101, 102], number => Assert.DoesNotContain(
            matcher.Explain(matcher.Need(Need.Id)!, matcher.Capability(DocumentGen.Identity(number))!).Reasons, r => r.Criterion == Criterion.Meaning));
    }

    [Fact]
    public void Without_a_vector_on_one_side_every_score_is_the_same_to_the_bit()
    {
        Gen.Select(DocumentGen.Changes, DocumentGen.Need).Sample((changes, need) =>
        {
            var (plain, half) = (new Matcher(TinyDictionary.Analyzer), new Matcher(TinyDictionary.Analyzer));
            plain.Apply(changes);
            half.Apply(changes with { Capabilities = [.. changes.Capabilities.Select(c => c with { Vector = Somewhere })] });

            Assert.Equal(plain.CapabilitiesFor(need, All), half.CapabilitiesFor(need, All));
            Assert.Equal(plain.With(Weighing("9")).CapabilitiesFor(need, All), half.CapabilitiesFor(need, All));
        }, iter: 100);
    }

    [Fact]
    public void The_points_of_all_reasons_are_the_score_with_meaning_too()
    {
        Gen.Select(DocumentGen.Changes, DocumentGen.Need, DocumentGen.Capability, Gen.Float[-1, 1].Array[5]).Sample((changes, need, capability, values) =>
        {
            var matcher = new Matcher(TinyDictionary.Analyzer);
            var turn = 0;
            matcher.Apply(changes with { Capabilities = [.. changes.Capabilities.Append(capability).Select(c => c with { Vector = Turned(values, turn++) })] });

            var explanation = matcher.Explain(need with { Vector = Turned(values, 1) }, matcher.Capability(capability.Id)!);

            Assert.Equal(explanation.Score, (double)explanation.Reasons.Sum(r => r.Points ?? 0));
        }, iter: 200);
    }

    private static ReadOnlyMemory<float> Turned(float[] values, int by)
    {
        var turned = Enumerable.Range(0, values.Length).Select(i => values[(i + by) % values.Length] + 0.01f).ToArray();
        var length = MathF.Sqrt(turned.Sum(v => v * v));
        return Array.ConvertAll(turned, v => v / length);
    }

    private static MatchWeights Weighing(string value) => MatchWeights.Load(new StringReader(
        MatchWeights.Shipped.ToText().Replace("\nmeaning,0,0.5,", $"\nmeaning,0,{value},", StringComparison.Ordinal)));

    private static Matcher Filled(Func<int, ReadOnlyMemory<float>> vector, NeedDocument need)
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges { Needs = [need], Capabilities = [.. Offers.Select((o, i) => o with { Vector = vector(i) })] });
        return matcher;
    }

    private static CapabilityDocument Capability(int number, string title, string field) =>
        new() { Id = DocumentGen.Identity(100 + number), Revision = 1, Title = title, Description = "", Field = field };
}
