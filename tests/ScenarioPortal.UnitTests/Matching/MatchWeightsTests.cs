using ScenarioPortal.Matching.Scoring;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class MatchWeightsTests
{
    [Fact]
    public void The_shipped_weights_have_a_version_and_a_reason_each()
    {
        Assert.NotEmpty(MatchWeights.Shipped.Version);
        Assert.All(MatchWeights.Shipped.Lines, l => Assert.True(l.Reason.Length > 20, l.Name));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var again = Load(MatchWeights.Shipped.ToText());

        Assert.Equal(MatchWeights.Shipped.Version, again.Version);
        Assert.Equal(MatchWeights.Shipped.Lines, again.Lines);
    }

    [Fact]
    public void Between_two_sizes_a_weight_moves_with_the_logarithm()
    {
        var weights = Load(Changed("peers,0,0.5,", "peers,100,0.5,a reason\npeers,10000,0.7,a reason\npeers,0,0.5,"));

        int[] sizes = [3, 100, 1000, 10_000, 1_000_000];
        Assert.Equal([0.5, 0.5, 0.6, 0.7, 0.7], sizes.Select(size => Math.Round(weights.At(size).Peers, 9)));
    }

    [Theory]
    [InlineData("peers,0,0.5,", "peers,0,1.5,", "peers lies between 0 and 1")]
    [InlineData("peers,0,0.5,", "pears,0,0.5,", "“pears” is no weight")]
    [InlineData("peers,0,0.5,", "peers,many,0.5,", "“many” is no size")]
    [InlineData("peers,0,0.5,", "peers,200,0.5,", "lack a value from 0 on for peers")]
    [InlineData("peers,0,0.5,", "peers,0,half,", "not at “half”")]
    [InlineData("name,from,value,reason", "name,value", "expected the header")]
    public void A_bad_line_is_named(string line, string bad, string message)
    {
        var refused = Assert.Throws<MatchWeightsException>(() => Load(Changed(line, bad)));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static string Changed(string line, string other)
    {
        using var file = typeof(MatchWeights).Assembly.GetManifestResourceStream("weights.csv")!;
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        Assert.Contains(line, text, StringComparison.Ordinal);
        return text.Replace(line, other, StringComparison.Ordinal);
    }

    private static MatchWeights Load(string text) => MatchWeights.Load(new StringReader(text));
}
