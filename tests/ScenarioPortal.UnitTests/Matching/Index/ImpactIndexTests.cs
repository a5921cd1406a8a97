using ScenarioPortal.Matching.Index;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching.Index;

/// <summary>An index finds exactly what looking at everything finds, ties and all, however it came to be.</summary>
public sealed class ImpactIndexTests
{
    [Fact]
    public void Ten_thousand_queries_find_what_looking_at_everything_finds()
    {
        var compared = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var chance = new Random(seed);
            var (index, all) = Grown(chance, IndexGen.Layouts[seed % IndexGen.Layouts.Length]);
            for (var query = 0; query < 50; query++, compared++)
            {
                AssertSame(all, index, chance);
            }
        }

        Assert.Equal(10_000, compared);
    }

    [Fact]
    public void Every_width_of_register_gives_the_same()
    {
        Assert.Contains(Width.Scalar, Widths.Supported);
        for (var seed = 0; seed < 40; seed++)
        {
            var chance = new Random(seed);
            var (index, _) = Grown(chance, IndexGen.Layouts[seed % IndexGen.Layouts.Length]);
            for (var query = 0; query < 25; query++)
            {
                var (terms, weights) = IndexGen.Query(chance);
                var (mask, top) = (IndexGen.Mask(chance), chance.Next(1, 60));
                var expected = Found(top, best => index.Find(terms, weights, best, mask, Width.Scalar));

                Assert.All(Widths.Supported, width => Assert.Equal(expected, Found(top, best => index.Find(terms, weights, best, mask, width))));
            }
        }
    }

    [Fact]
    public void Merging_changes_nothing_but_the_number_of_segments()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var chance = new Random(seed);
            var (index, all) = Grown(chance, IndexGen.Layouts[seed % IndexGen.Layouts.Length]);

            var merged = index.Merge();

            Assert.InRange(merged.Segments, 0, 1);
            AssertSame(all, merged, chance);
        }
    }

    [Fact]
    public void So_many_terms_that_several_threads_merge_them_all_keep_their_documents()
    {
        const int Many = 5000;
        var index = new ImpactIndex(1)
            .With(Enumerable.Range(0, Many).Select(Document), [])
            .With(Enumerable.Range(Many, Many).Select(Document), [0]);

        var merged = index.Merge();

        Assert.Equal(1, merged.Segments);
        for (var term = 0; term < Many; term++)
        {
            Assert.Equal(term == 0 ? [Many] : [term, Many + term], Found(5, best => merged.Find([(ulong)term], [1], best)).Select(h => h.Document));
        }

        static IndexedDocument Document(int number) => new(number, new[] { (ulong)(number % Many) }, new float[] { 1 });
    }

    [Fact]
    public void Two_threads_find_together_what_one_finds_alone()
    {
        var chance = new Random(7);
        var index = new ImpactIndex(IndexGen.LargestImpact, IndexGen.Layouts[0])
            .With([.. Enumerable.Range(0, 40_000).Select(number => IndexGen.Document(chance, number))], []).Merge();
        for (var query = 0; query < 500; query++)
        {
            var (terms, weights) = IndexGen.Query(chance);
            var top = chance.Next(1, 200);

            // Whoever filters by their own code is asked on their own thread only.
            var alone = Found(top, best => index.Find(terms, weights, best, new Everything()));

            Assert.Equal(alone, Found(top, best => index.Find(terms, weights, best)));
        }
    }

    [Fact]
    public void What_changes_during_a_merge_is_not_lost()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var chance = new Random(seed);
            var (index, all) = Grown(chance, IndexGen.Layouts[seed % IndexGen.Layouts.Length]);
            var held = index.Hold();
            var merged = held.Merge();

            var now = held;
            for (var step = 0; step < 3; step++)
            {
                now = Step(chance, now, all);
            }

            AssertSame(all, now, chance);
            AssertSame(all, now.Replace(held, merged), chance);
        }
    }

    [Fact]
    public void A_merge_that_is_interrupted_leaves_the_index_as_it_was()
    {
        var chance = new Random(1);
        var (index, all) = Grown(chance, IndexGen.Layouts[0]);

        Assert.Throws<OperationCanceledException>(() => index.Merge(new CancellationToken(canceled: true)));

        AssertSame(all, index, chance);
        AssertSame(all, Step(chance, index.Hold().Release(), all), chance);
    }

    [Fact]
    public void An_index_that_someone_reads_does_not_change()
    {
        var chance = new Random(7);
        var (index, _) = Grown(chance, IndexGen.Layouts[0]);
        var (terms, weights) = IndexGen.Query(chance);
        var before = Found(50, best => index.Find(terms, weights, best));

        index.With([], Enumerable.Range(0, IndexGen.Numbers));

        Assert.NotEmpty(before);
        Assert.Equal(before, Found(50, best => index.Find(terms, weights, best)));
    }

    [Fact]
    public void A_full_score_fits_into_sixteen_bits_whatever_the_weights()
    {
        foreach (var count in new[] { 1, 2, 3, 100, 5000, IMatchIndex.MostTerms })
        {
            var terms = Enumerable.Range(0, count).Select(i => (ulong)i).ToArray();
            foreach (var weights in new[] { Array.ConvertAll(terms, _ => 1f), Array.ConvertAll(terms, t => 1e-6f + (t % 7 == 0 ? 1000 : 0)) })
            {
                var query = new QueryTerm[count];
                QueryTerm.Quantise(terms, weights, query, out var taken);

                Assert.Equal(count, taken);
                Assert.All(query, t => Assert.InRange(t.Weight, 1, Impact.LargestWeight));
                Assert.InRange(query.Sum(t => Impact.Share(t.Weight, Impact.Largest)), 1, ushort.MaxValue);
            }
        }
    }

    [Fact]
    public void Scores_are_those_of_the_vectors_to_one_percent_and_a_thousandth_of_the_highest_possible()
    {
        var chance = new Random(3);
        var documents = IndexGen.Documents(chance, IndexGen.Numbers);
        var index = new ImpactIndex(IndexGen.LargestImpact).With(documents, []);
        for (var query = 0; query < 100; query++)
        {
            var (terms, weights) = IndexGen.Query(chance);

            foreach (var hit in Found(20, best => index.Find(terms, weights, best)))
            {
                var document = documents.Single(d => d.Number == hit.Document);
                var exact = terms.Zip(weights).Sum(t => document.Terms.Span.IndexOf(t.First) is >= 0 and var i ? t.Second * document.Impacts.Span[i] : 0);
                var allowed = (0.01f * exact) + (0.001f * IndexGen.LargestImpact * weights.Sum());

                Assert.InRange(hit.Score - exact, -allowed, allowed);
            }
        }
    }

    [Fact]
    public void Numbers_that_occur_twice_and_vectors_that_do_not_fit_are_refused()
    {
        var empty = new ImpactIndex(1);
        ulong[] terms = [1, 2];

        Assert.Throws<ArgumentException>(() => empty.With([new(3, terms, new float[] { 1, 1 }), new(3, terms, new float[] { 1, 1 })], []));
        Assert.Throws<ArgumentException>(() => empty.With([new(3, terms, new float[] { 1 })], []));
        Assert.Throws<ArgumentException>(() => empty.Find(terms, [1], new IndexHit[1]));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Weights_that_say_nothing_find_nothing(float weight)
    {
        var index = new ImpactIndex(1).With([new(3, new ulong[] { 1 }, new float[] { 1 })], []);

        Assert.Equal(0, index.Find([1], [weight], new IndexHit[1]));
    }

    private static void AssertSame(ExhaustiveIndex all, ImpactIndex index, Random chance)
    {
        var (terms, weights) = IndexGen.Query(chance);
        var (mask, top) = (IndexGen.Mask(chance), chance.Next(4) == 0 ? IndexGen.Numbers : chance.Next(0, 60));

        Assert.Equal(all.Count, index.Count);
        Assert.Equal(Found(top, best => all.Find(terms, weights, best, mask)), Found(top, best => index.Find(terms, weights, best, mask)));
    }

    /// <summary>An index with a history, and the same documents without one.</summary>
    private static (ImpactIndex Index, ExhaustiveIndex All) Grown(Random chance, SegmentLayout layout)
    {
        var all = new ExhaustiveIndex(IndexGen.LargestImpact);
        var index = new ImpactIndex(IndexGen.LargestImpact, layout);
        for (var step = chance.Next(1, 7); step > 0; step--)
        {
            index = Step(chance, index, all);
        }

        return (index, all);
    }

    private static ImpactIndex Step(Random chance, ImpactIndex index, ExhaustiveIndex all)
    {
        var documents = IndexGen.Documents(chance, chance.Next(3) == 0 ? IndexGen.Numbers : 12);
        int[] removed = [.. Enumerable.Range(0, chance.Next(20)).Select(_ => chance.Next(IndexGen.Numbers))];
        all.Apply(documents, removed);
        return index.With(documents, removed);
    }

    private static IndexHit[] Found(int top, Func<IndexHit[], int> find)
    {
        var best = new IndexHit[top];
        return best[..find(best)];
    }

    private sealed class Everything : IDocumentFilter
    {
        public bool Passes(int document) => true;
    }
}
