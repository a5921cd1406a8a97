using ScenarioPortal.Web.Localisation;
using Xunit;

namespace ScenarioPortal.UnitTests.Localisation;

public sealed class MoneyTextsTests
{
    public static TheoryData<decimal?, decimal?, string, string> Budgets => new()
    {
        { null, null, "未注明", "Not stated" },
        { 80, 120, "80–120 万元", "CNY 800,000 – CNY 1.2 million" },
        { 60, 60, "60 万元", "CNY 600,000" },
        { null, 150, "150 万元以内", "Up to CNY 1.5 million" },
        { 200, null, "200 万元以上", "CNY 2 million or more" },
        { 12.5m, 12.5m, "12.5 万元", "CNY 125,000" }
    };

    [Theory]
    [MemberData(nameof(Budgets))]
    public void A_budget_reads_well_in_both_languages(decimal? minimum, decimal? maximum, string chinese, string english)
    {
        using (Reader.OfChinese())
        {
            Assert.Equal(chinese, Reader.L.Budget(minimum, maximum));
        }

        using (Reader.OfEnglish())
        {
            Assert.Equal(english, Reader.L.Budget(minimum, maximum));
        }
    }
}
