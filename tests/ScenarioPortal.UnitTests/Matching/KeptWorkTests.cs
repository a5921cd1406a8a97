using System.Text.Json;
using CsCheck;
using ScenarioPortal.Matching;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>What is worked out once and kept must never be seen in an answer.</summary>
public sealed class KeptWorkTests
{
    private const int Top = 20;

    [Fact]
    public void Answers_are_those_of_a_matcher_that_was_never_asked_before()
    {
        DocumentGen.Changes.Array[1, 6].Sample(steps =>
        {
            var asked = new Matcher(TinyDictionary.Analyzer);
            asked.Use(ThesaurusForTests.Small);
            for (var count = 1; count <= steps.Length; count++)
            {
                asked.Apply(steps[count - 1]);
                var fresh = With(steps[..count]);

                Assert.Equal(Answers(fresh), Answers(asked));
            }
        }, iter: 15);
    }

    [Fact]
    public void Several_capabilities_at_once_find_the_needs_that_each_of_them_finds()
    {
        Gen.Select(DocumentGen.Changes.Array[1, 4], DocumentGen.Capability).Sample((steps, draft) =>
        {
            CapabilityDocument[] capabilities = [.. Capabilities(With(steps)), draft];

            var together = With(steps).NeedsFor(capabilities, Top);

            Assert.Equal(Array.ConvertAll(capabilities, c => With(steps).NeedsFor(c, Top)), together);
        }, iter: 15);
    }

    [Fact]
    public void A_pair_is_explained_alike_alone_and_among_others()
    {
        Gen.Select(DocumentGen.Changes.Array[1, 4], DocumentGen.Need).Sample((steps, need) =>
        {
            var capabilities = Capabilities(With(steps));

            var together = With(steps).Explain(need, capabilities);

            Assert.Equal(Array.ConvertAll(capabilities, c => Text(With(steps).Explain(need, c))), together.Select(Text));
        }, iter: 15);
    }

    private static IEnumerable<string> Answers(Matcher matcher)
    {
        foreach (var need in Numbers.Select(matcher.Need).OfType<NeedDocument>())
        {
            yield return Text(matcher.CapabilitiesFor(need, Top));
            yield return Text(matcher.Survey(need, Top));
            yield return Text(matcher.Explain(need, Capabilities(matcher)));
        }

        foreach (var capability in Capabilities(matcher))
        {
            yield return Text(matcher.NeedsFor(capability, Top));
        }
    }

    private static string Text<T>(T answer) => JsonSerializer.Serialize(answer);

    private static CapabilityDocument[] Capabilities(Matcher matcher) => [.. Numbers.Select(matcher.Capability).OfType<CapabilityDocument>()];

    private static IEnumerable<Guid> Numbers => Enumerable.Range(1, 30).Select(DocumentGen.Identity);

    private static Matcher With(IEnumerable<MatcherChanges> steps)
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Use(ThesaurusForTests.Small);
        foreach (var changes in steps)
        {
            matcher.Apply(changes);
        }

        return matcher;
    }
}
