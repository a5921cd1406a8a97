using CsCheck;
using ScenarioPortal.Matching.Index;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching.Index;

public sealed class KeyTableTests
{
    [Fact]
    public void Terms_have_the_number_that_they_were_given_and_others_have_none()
    {
        Gen.Select(Gen.ULong.Array[0, 3000], Gen.ULong[0, 5000].Array[0, 300]).Sample((wide, narrow) =>
        {
            var table = new KeyTable();
            var numbers = new Dictionary<ulong, int>();
            foreach (var key in wide.Concat(narrow))
            {
                Assert.Equal(numbers.TryAdd(key, numbers.Count) ? numbers.Count - 1 : numbers[key], table.FindOrAdd(key));
            }

            Assert.Equal(numbers.Count, table.Count);
            foreach (var key in numbers.Keys.Concat(Enumerable.Range(0, 5000).Select(i => (ulong)i)))
            {
                Assert.Equal(numbers.GetValueOrDefault(key, KeyTable.None), table.Find(key));
            }
        }, iter: 20);
    }

    [Fact]
    public void Sifting_leaves_out_none_of_the_terms_and_an_emptied_table_has_none()
    {
        Gen.Select(Gen.ULong[0, 2000].Array[0, 200], Gen.ULong[0, 2000].Array[0, 200]).Sample((terms, keys) =>
        {
            var table = new KeyTable();
            foreach (var term in terms)
            {
                table.FindOrAdd(term);
            }

            var places = new int[keys.Length];
            var sifted = places[..table.Sift(keys, places)];

            Assert.Equal(sifted.Order().Distinct(), sifted);
            Assert.Empty(Enumerable.Range(0, keys.Length).Where(i => terms.Contains(keys[i])).Except(sifted));

            table.Clear();

            Assert.Equal(0, table.Sift(keys, places));
            Assert.All(terms, term => Assert.Equal(KeyTable.None, table.Find(term)));
        }, iter: 20);
    }
}
