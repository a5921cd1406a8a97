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
    public void Terms_of_every_length_and_a_text_that_says_the_same_over_and_over_stand_in_order()
    {
        var chance = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var (builder, expected) = (new TermVectorBuilder(), new SortedDictionary<ulong, float>());
            var first = chance.Next(0x4E00, 0x9FFF);
            for (var i = chance.Next(1, 400); i > 0; i--)
            {
                var key = (round % 4) switch
                {
                    0 => (ulong)chance.NextInt64(),
                    1 => ulong.MaxValue - (ulong)chance.Next(50),
                    2 => ((ulong)first << 16) | (uint)chance.Next(0x4E00, 0x9FFF),
                    _ => Enumerable.Range(0, chance.Next(1, 5)).Aggregate(0UL, (key, _) => (key << 16) | (uint)chance.Next(0x4E00, 0x9FFF))
                };
                builder.Add(key, i);
                expected[key] = expected.GetValueOrDefault(key) + i;
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
