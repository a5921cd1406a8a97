using ScenarioPortal.Domain.Lists;
using Xunit;

namespace ScenarioPortal.UnitTests.Lists;

public sealed class NumberPatternTests
{
    [Theory]
    [InlineData(NumberPattern.UsualText, "2026-01-需-017")]
    [InlineData("示〔{year}〕{side}{batch}-{position:0000}号", "示〔2026〕需1-0017号")]
    public void A_number_says_year_batch_side_and_position(string pattern, string number) =>
        Assert.Equal(number, NumberPattern.Parse(pattern)!.Number(2026, 1, ListKind.Opportunities, 17));

    [Theory]
    [InlineData("{year}-{batch}-{position}")]
    [InlineData("{year}-{batch}-{side}-{position}-{position}")]
    [InlineData("{year}-{batch}-{side}-{position:abc}")]
    [InlineData("{year}-{batch}-{side}-{position}-{city}")]
    [InlineData("{0}")]
    public void A_pattern_by_which_two_items_could_get_one_number_is_none(string pattern) => Assert.Null(NumberPattern.Parse(pattern));
}
