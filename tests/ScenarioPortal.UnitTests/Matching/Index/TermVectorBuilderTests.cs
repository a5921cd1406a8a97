using ScenarioPortal.Matching.Index;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching.Index;

public sealed class TermVectorBuilderTests
{
    [Fact]
    public void Equal_terms_are_added_up_and_all_stand_in_order_however_many_there_are()
    {
        foreach (var count in new[] { 1, 255, 256, 257, 5000 })
        {
            var chance = new Random(count);
            var expected = new SortedDictionary<ulong, float>();
            var builder = new TermVectorBuilder();
            for (var i = 0; i < count; i++)
            {
                var (key, weight) = ((ulong)chance.Next(count), chance.Next(1, 4) * 0.5f);
                builder.Add(key, weight);
                expected[key] = expected.GetValueOrDefault(key) + weight;
            }

            var vector = builder.Build();

            Assert.Equal(expected.Keys, vector.Keys);
            Assert.Equal(expected.Values, vector.Frequencies);
        }
    }

    [Fact]
    public void A_builder_starts_anew_after_each_vector()
    {
        var builder = new TermVectorBuilder();
        builder.Add(1, 1);
        builder.Build();
        builder.Add(2, 3);

        var second = builder.Build();

        Assert.Equal([2UL], second.Keys);
        Assert.Equal(3, second.Length);
        Assert.Same(TermVector.Empty, builder.Build());
    }
}
