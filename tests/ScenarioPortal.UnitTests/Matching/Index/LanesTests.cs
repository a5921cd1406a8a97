using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Index.Lanes;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching.Index;

/// <summary>What a register of any width adds is what one score at a time adds, for all impacts and weights.</summary>
public sealed class LanesTests
{
    private const int Blocks = 40;

    [Fact]
    public void Every_width_adds_dense_postings_as_one_score_at_a_time_does()
    {
        var chance = new Random(5);
        foreach (var weight in new[] { 1, 2, 255, 256, 257, Impact.LargestWeight }.Concat(Enumerable.Range(0, 60).Select(_ => chance.Next(1, Impact.LargestWeight))))
        {
            var bits = new ulong[Blocks];
            var impacts = new byte[(Blocks + 1) * ILanes.Block];
            foreach (ref var block in bits.AsSpan())
            {
                block = chance.Next(6) switch { 0 => 0, 1 => ulong.MaxValue, 2 => (ulong)chance.NextInt64() & (ulong)chance.NextInt64(), _ => (ulong)chance.NextInt64() << 1 };
            }

            foreach (ref var impact in impacts.AsSpan())
            {
                impact = (byte)chance.Next(1, 256);
            }

            var expected = Added<ScalarLanes>(bits, impacts, weight);

            Assert.Equal(expected, Added<Lanes128>(bits, impacts, weight));
            Assert.Equal(expected, Added<Lanes256>(bits, impacts, weight));
            Assert.Equal(expected, Added<Lanes512>(bits, impacts, weight));
        }
    }

    private static ushort[] Added<TLanes>(ulong[] bits, byte[] impacts, int weight)
        where TLanes : struct, ILanes
    {
        var scores = new ushort[Blocks * ILanes.Block];
        if (TLanes.IsSupported)
        {
            TLanes.AddDense(scores, bits, in impacts[0], weight);
        }
        else
        {
            ScalarLanes.AddDense(scores, bits, in impacts[0], weight);
        }

        return scores;
    }
}
