using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Matching.Thesauri;
using ScenarioPortal.UnitTests.Localisation;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching.Thesauri;

/// <summary>Words that lead to one another, and the file of them that ships.</summary>
public sealed class ThesaurusTests
{
    private static readonly Lazy<Thesaurus> Shipped = new(() =>
    {
        using var file = new StreamReader(Path.Combine(Repository.Root, "data", "thesaurus.csv"));
        return Thesaurus.Load(file);
    });

    [Fact]
    public void A_pair_is_found_from_either_side_and_in_any_case()
    {
        var thesaurus = Thesaurus.Load(new StringReader("# version,1\nkind,from,to,field\nsame,制造执行系统,MES,manufacturing\nsolves,井盖丢失,井盖位移传感,smart-city\n"));

        Assert.Equal("制造执行系统", Assert.Single(thesaurus.Of("mes")).Other("mes"));
        Assert.Equal(new WordPair(WordRelation.Solves, "井盖丢失", "井盖位移传感", "smart-city"), Assert.Single(thesaurus.Of("井盖位移传感")));
        Assert.True(thesaurus.Knows("MES", "制造执行系统"));
        Assert.False(thesaurus.Knows("MES", "井盖丢失"));
        Assert.Empty(thesaurus.Of("路灯"));
    }

    [Theory]
    [InlineData("kind,from,to\n", "Line 1", "header")]
    [InlineData("", "Line 0", "header")]
    [InlineData("# 1\nkind,from,to,field\nsame,路灯,灯杆\n", "Line 3", "four cells")]
    [InlineData("kind,from,to,field\nlike,路灯,灯杆,smart-city\n", "Line 2", "“like”")]
    [InlineData("kind,from,to,field\nsame,灯,灯杆,smart-city\n", "Line 2", "2 to 14 characters")]
    [InlineData("kind,from,to,field\nsame,MES,mes,manufacturing\n", "Line 2", "itself")]
    [InlineData("kind,from,to,field\nsame,ＭＥＳ,制造执行,manufacturing\n", "Line 2", "full-width")]
    [InlineData("kind,from,to,field\nsame,路灯,灯杆,\n", "Line 2", "field")]
    [InlineData("kind,from,to,field\nsame,路灯,灯杆,smart-city\n\nsolves,灯杆,路灯,rural\n", "Line 4", "already, in line 2")]
    public void A_line_of_another_form_is_refused_and_the_message_says_which(string file, string line, string reason)
    {
        var refused = Assert.Throws<InvalidDataException>(() => Thesaurus.Load(new StringReader(file)));

        Assert.Contains(line, refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_thesaurus_that_ships_has_pairs_of_every_kind_for_every_field()
    {
        var fields = File.ReadLines(Path.Combine(Repository.Root, "data", "fields.csv")).Where(l => l[0] != '#').Skip(1).Select(l => l.Split(',')[0]).ToHashSet();
        var byField = Shipped.Value.Pairs.GroupBy(p => p.Field!).ToDictionary(g => g.Key, g => g.ToArray());

        Assert.True(Shipped.Value.Pairs.Count >= 1500);
        Assert.Equal(fields, byField.Keys.ToHashSet());
        Assert.All(byField.Values, pairs => Assert.True(pairs.Length >= 40 && pairs.Select(p => p.Relation).Distinct().Count() == 3));
    }

    [Theory]
    [InlineData("MES", "制造执行系统")]
    [InlineData("无人机", "无人驾驶航空器")]
    [InlineData("井盖丢失", "井盖位移传感")]
    [InlineData("老人走失", "定位手环")]
    [InlineData("打瞌睡", "疲劳驾驶检测")]
    [InlineData("智能手环", "可穿戴设备")]
    public void The_thesaurus_that_ships_leads_from_what_people_say_to_what_helps(string said, string helps) => Assert.True(Shipped.Value.Knows(said, helps));
}
