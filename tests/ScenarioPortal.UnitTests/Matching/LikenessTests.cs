using CsCheck;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Scoring;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class LikenessTests
{
    [Fact]
    public void All_at_once_and_one_after_another_are_as_like_to_the_last_bit()
    {
        Gen.Select(DocumentGen.Capability.Array[1, 60], DocumentGen.Capability.Array[0, 30]).Sample((offers, others) =>
        {
            var analyser = new DocumentAnalyser(TinyDictionary.Analyzer, new FieldNames());
            var (vocabulary, counted) = (new Vocabulary(), CollectionStatistics.Empty.Change());
            Entry<CapabilityDocument>[] entries = [.. offers.Select(o => new Entry<CapabilityDocument>(o.Id, o, analyser.Analyse(o)))];
            foreach (var analysis in entries.Select(e => e.Analysis).Concat(others.Select(analyser.Analyse)))
            {
                counted.Add(analysis);
            }

            var likeness = new Likeness(vocabulary, counted.Build(vocabulary));
            var expected = entries.Select(one => entries.Select(other => likeness.Weigh(one.Analysis.Matching).Dot(likeness.Weigh(other.Analysis.Matching))).ToArray()).ToArray();

            var norms = LikenessTable.Norms(likeness, entries);
            Assert.Equal(expected, entries.Select(one =>
            {
                var row = new float[entries.Length];
                LikenessTable.Compare(likeness, one.Analysis.Matching, entries, norms, row);
                return row;
            }));

            var table = LikenessTable.Of(likeness, entries);
            Assert.Equal(expected, Enumerable.Range(0, entries.Length).Select(i => table.Row(i)[..entries.Length].ToArray()));
        }, iter: 30);
    }
}
