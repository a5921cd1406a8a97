using ScenarioPortal.Matching.Index;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching.Index;

public sealed class MatchIndexTests
{
    private const int Many = 20_000;

    [Fact]
    public async Task Much_that_was_added_is_merged_behind_the_back_of_readers()
    {
        var merges = 0;
        using var index = new MatchIndex(new ImpactIndex(1), () => Interlocked.Increment(ref merges));
        index.Apply(Documents(0, Many), []);
        index.Apply(Documents(Many, Many), [3]);

        await index.Merging;

        Assert.Equal(1, merges);
        Assert.Equal((1, (2 * Many) - 1), (index.Now.Segments, index.Count));
        Assert.Equal([0, 1, 2, 4], Found(index, 4));
    }

    [Fact]
    public async Task Readers_find_all_of_a_change_or_nothing_of_it_while_a_merge_is_going_on()
    {
        using var index = new MatchIndex(new ImpactIndex(1));
        index.Apply(Documents(0, 2), []);

        // Two documents are always there, whose numbers change together.
        var writing = Task.Run(() =>
        {
            for (var turn = 1; turn < 200; turn++)
            {
                index.Apply(Documents(2 * turn, 2), [(2 * turn) - 2, (2 * turn) - 1]);
                if (turn is 50 or 100)
                {
                    index.Apply(Documents(10_000 * turn, Many, term: 2), []);
                }
            }
        });
        do
        {
            Assert.Equal(2, Found(index, 10).Length);
        }
        while (!writing.IsCompleted);

        await writing;
        await index.Merging;
        Assert.Equal([398, 399], Found(index, 10));
    }

    [Fact]
    public async Task A_merge_that_is_stopped_leaves_what_was_there()
    {
        var index = new MatchIndex(new ImpactIndex(1));
        index.Apply(Documents(0, Many), []);
        index.Apply(Documents(Many, Many), []);
        index.Dispose();
        await index.Merging;

        index.Apply(Documents(2 * Many, 1), [0]);

        Assert.Equal(2 * Many, index.Count);
        Assert.Equal([1, 2], Found(index, 2));
    }

    private static IEnumerable<IndexedDocument> Documents(int from, int count, ulong term = 1) =>
        Enumerable.Range(from, count).Select(number => new IndexedDocument(number, new[] { term }, new float[] { 1 }));

    private static int[] Found(MatchIndex index, int top)
    {
        var best = new IndexHit[top];
        return [.. best[..index.Find([1], [1], best)].Select(h => h.Document)];
    }
}
