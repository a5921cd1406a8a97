using CsCheck;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Thesauri;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class MatcherTests
{
    private const int All = 1000;

    [Fact]
    public void A_need_finds_what_answers_it_before_what_does_not()
    {
        var matcher = With(Capability(1, "水库大坝监测"), Capability(2, "独居老人跌倒检测毫米波雷达"), Capability(3, "森林防火无人机"));

        var matches = matcher.CapabilitiesFor(Need(1, "老人摔倒没人知道", "独居老人"), All);

        Assert.Equal(DocumentGen.Identity(2), matches[0].Id);
    }

    [Fact]
    public void The_first_capabilities_of_a_list_are_found_to_fit_as_well()
    {
        var matcher = With(Capability(1, "独居老人跌倒检测毫米波雷达"), Capability(2, "供水管网漏损定位"));

        var matches = matcher.CapabilitiesFor(Need(1, "", "老人跌倒平台，毫米波雷达"), All);

        Assert.InRange(Assert.Single(matches).Score, Matcher.ShownFrom, 1);
    }

    [Fact]
    public void A_single_character_in_common_is_enough_to_be_found()
    {
        var matcher = With(Capability(1, "灭火"), Capability(2, "供水管网"));

        var matches = matcher.CapabilitiesFor(Need(1, "山上冒火", ""), All);

        Assert.Equal([DocumentGen.Identity(1)], matches.Select(m => m.Id));
    }

    [Fact]
    public void A_pair_has_the_same_score_from_both_sides()
    {
        Gen.Select(DocumentGen.Changes, Gen.Bool).Sample((changes, usesThesaurus) =>
        {
            var matcher = With(changes);
            matcher.Use(usesThesaurus ? ThesaurusForTests.Small : Thesaurus.Empty);
            var fromNeeds =
                from need in Kept(changes.Needs, n => n.Id)
                from match in matcher.CapabilitiesFor(need, All)
                select (need.Id, match.Id, match.Score, matcher.Explain(need, matcher.Capability(match.Id)!).Score);
            var fromCapabilities =
                from capability in Kept(changes.Capabilities, c => c.Id)
                from match in matcher.NeedsFor(capability, All)
                select (match.Id, capability.Id, match.Score, match.Score);

            Assert.Equal(fromNeeds.Order(), fromCapabilities.Order());
        }, iter: 20);
    }

    [Fact]
    public void A_score_is_between_nought_and_one()
    {
        DocumentGen.Changes.Sample(changes => changes.Needs
            .SelectMany(need => With(changes).CapabilitiesFor(need, All))
            .All(match => match.Score is >= 0 and <= 1), iter: 20);
    }

    [Fact]
    public void Changing_step_by_step_ends_where_loading_afresh_ends()
    {
        Gen.Select(DocumentGen.Changes.Array[1, 5], DocumentGen.Need).Sample((steps, need) =>
        {
            var stepped = With(steps);
            var fresh = With(new MatcherChanges
            {
                Needs = [.. Numbers.Select(stepped.Need).OfType<NeedDocument>()],
                Capabilities = [.. Numbers.Select(stepped.Capability).OfType<CapabilityDocument>()]
            });

            Assert.Equal(fresh.CapabilityCount, stepped.CapabilityCount);
            Assert.Equal(Ranked(fresh, need), Ranked(stepped, need));
        }, iter: 40);
    }

    [Fact]
    public void A_list_that_outgrows_its_tail_still_holds_what_was_put_in()
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        for (var number = 1; number <= 700; number++)
        {
            matcher.Apply(new MatcherChanges { Capabilities = [Capability(number, "无人机")] });
        }

        var matches = matcher.CapabilitiesFor(Need(1, "无人机", ""), All);

        Assert.Equal(700, matcher.CapabilityCount);
        Assert.Equal(Enumerable.Range(1, 700).Select(DocumentGen.Identity).Order(), matches.Select(m => m.Id));
    }

    [Fact]
    public void What_was_removed_is_never_returned()
    {
        Gen.Select(DocumentGen.Changes.Array[1, 3], DocumentGen.Need).Sample((steps, need) =>
        {
            var matcher = With(steps);
            var removed = Numbers.Where(id => id.GetHashCode() % 2 == 0).ToHashSet();
            matcher.Apply(new MatcherChanges { RemovedCapabilities = removed });

            Assert.DoesNotContain(matcher.CapabilitiesFor(need, All), match => removed.Contains(match.Id));
            Assert.All(removed, id => Assert.Null(matcher.Capability(id)));
        }, iter: 20);
    }

    [Fact]
    public void A_change_replaces_what_was_there()
    {
        var matcher = With(Capability(1, "无人机"));

        matcher.Apply(new MatcherChanges { Capabilities = [Capability(1, "水库大坝")] });

        Assert.Empty(matcher.CapabilitiesFor(Need(1, "无人机", ""), All));
        Assert.Single(matcher.CapabilitiesFor(Need(1, "水库", ""), All));
        Assert.Equal(1, matcher.CapabilityCount);
    }

    [Fact]
    public void Only_what_passes_the_filter_is_returned()
    {
        Gen.Select(DocumentGen.Changes, DocumentGen.Need, Gen.Int[1, 5]).Sample((changes, need, top) =>
        {
            var matcher = With(changes);
            var expected = matcher.CapabilitiesFor(need, All).Where(m => matcher.Capability(m.Id)!.Field == "水利").Take(top);

            Assert.Equal(expected, matcher.CapabilitiesFor(need, top, c => c.Field == "水利"));
        }, iter: 20);
    }

    [Fact]
    public void Equal_scores_stand_in_the_order_of_their_ids()
    {
        var matcher = With(Capability(5, "无人机"), Capability(2, "无人机"), Capability(9, "无人机"), Capability(1, "无人机"));

        var matches = matcher.CapabilitiesFor(Need(1, "无人机", ""), All);

        Assert.Equal(matches.Select(m => m.Id).Order(), matches.Select(m => m.Id));
    }

    [Fact]
    public void Readers_go_on_while_changes_come_in()
    {
        var matcher = With(Capability(1, "无人机"));

        Parallel.For(0, 200, turn =>
        {
            if (turn % 4 == 0)
            {
                matcher.Apply(new MatcherChanges { Capabilities = [Capability(2 + turn, "无人机")] });
            }

            Assert.NotEmpty(matcher.CapabilitiesFor(Need(1, "无人机", ""), All));
        });

        Assert.Equal(51, matcher.CapabilityCount);
    }

    private static IEnumerable<Guid> Numbers => Enumerable.Range(1, 30).Select(DocumentGen.Identity);

    private static Matcher With(params CapabilityDocument[] capabilities) => With(new MatcherChanges { Capabilities = capabilities });

    private static Matcher With(params MatcherChanges[] steps)
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        foreach (var changes in steps)
        {
            matcher.Apply(changes);
        }

        return matcher;
    }

    /// <summary>The scores rounded: the order of fields, and with it the last bit, may differ between two ways to the same list.</summary>
    private static IEnumerable<(Guid, double)> Ranked(Matcher matcher, NeedDocument need) =>
        matcher.CapabilitiesFor(need, All).Select(m => (m.Id, Math.Round(m.Score, 6))).OrderByDescending(m => m.Item2).ThenBy(m => m.Id);

    private static IEnumerable<T> Kept<T>(IEnumerable<T> documents, Func<T, Guid> id) =>
        documents.GroupBy(id).Select(same => same.Last());

    private static NeedDocument Need(int number, string title, string description) =>
        new() { Id = DocumentGen.Identity(number), Revision = 1, Title = title, Description = description };

    private static CapabilityDocument Capability(int number, string title) =>
        new() { Id = DocumentGen.Identity(number), Revision = 1, Title = title, Description = "" };
}
