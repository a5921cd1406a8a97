using System.Globalization;
using CsCheck;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Exchange.Reading.Values;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange.Values;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("300万元", "300–300")]
    [InlineData("约300万元", "300–300")]
    [InlineData("300 万", "300–300")]
    [InlineData("80-120万元", "80–120")]
    [InlineData("80–120 万", "80–120")]
    [InlineData("80万元～120万元", "80–120")]
    [InlineData("８０至１２０万元", "80–120")]
    [InlineData("5000元-1万元", "0.5–1")]
    [InlineData("1-2亿元", "10000–20000")]
    [InlineData("150万元以内", "–150")]
    [InlineData("不超过１２０万", "–120")]
    [InlineData("不少于50万元", "50–")]
    [InlineData("50万元以上", "50–")]
    [InlineData("300万元起", "300–")]
    [InlineData("协会发起，300万元", "300–300")]
    [InlineData("3000元", "0.3–0.3")]
    [InlineData("1.2亿元", "12000–12000")]
    [InlineData("1亿2000万元", "12000–12000")]
    [InlineData("1,200万元", "1200–1200")]
    [InlineData("2千万元", "2000–2000")]
    [InlineData("三百万元", "300–300")]
    [InlineData("五十到八十万元", "50–80")]
    [InlineData("人民币一千二百万元整", "1200–1200")]
    [InlineData("总预算约300万元（含税）", "300–300")]
    [InlineData("80-120（万元）", "80–120")]
    [InlineData("2026年财政安排300万元", "300–300")]
    public void Amounts_are_read_in_wan(string text, string ends)
    {
        var read = MoneyText.Read(text);

        Assert.Equal(ends, Ends(read.Value));
        Assert.Null(read.Fault);
    }

    [Theory]
    [InlineData("300", "Wan", "300–300")]
    [InlineData("约300", "Wan", "300–300")]
    [InlineData("80-120", "Wan", "80–120")]
    [InlineData("不超过120", "Wan", "–120")]
    [InlineData("3000000", "Yuan", "300–300")]
    [InlineData("1.5", "Yi", "15000–15000")]
    [InlineData("3000元", "Wan", "0.3–0.3")]
    public void A_bare_number_has_the_unit_of_its_header(string text, string unit, string ends) =>
        Assert.Equal(ends, Ends(MoneyText.Read(text, Enum.Parse<MoneyUnit>(unit)).Value));

    [Theory]
    [InlineData("未注明")]
    [InlineData("面议")]
    [InlineData("视项目情况")]
    [InlineData("300")]
    [InlineData("五十到八十")]
    [InlineData("一期100万元，二期200万元")]
    [InlineData("5万元/套")]
    [InlineData("每年50万元")]
    [InlineData("50万美元")]
    [InlineData("0")]
    [InlineData("0元")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_one_amount_stays_words_and_is_never_zero(string text)
    {
        var read = MoneyText.Read(text);

        Assert.Equal((null, text, null), (read.Value, read.Note, read.Fault));
    }

    [Theory]
    [InlineData("-300")]
    [InlineData("－３００万元")]
    [InlineData("负五十万元")]
    public void Negative_money_is_a_fault(string text) => Assert.Equal(CellRefusals.NegativeMoney, MoneyText.Read(text).Fault?.Template);

    [Theory]
    [InlineData("120-80万元")]
    [InlineData("90000亿元")]
    public void What_a_budget_refuses_is_a_fault(string text) => Assert.NotNull(MoneyText.Read(text).Fault);

    [Fact]
    public void A_number_turned_into_wan_is_remarked()
    {
        Assert.Equal("“3000000”按表头的单位读作 300 万元。", MoneyText.Read("3000000", MoneyUnit.Yuan).Remark?.ToString());
        Assert.Null(MoneyText.Read("300", MoneyUnit.Wan).Remark);
    }

    [Fact]
    public void Words_that_say_more_than_the_amount_are_kept()
    {
        Assert.Null(MoneyText.Read("300万元").Note);
        Assert.Equal("约300万元", MoneyText.Read("约300万元").Note);
    }

    [Fact]
    public void Any_text_is_read_without_an_exception() => Gen.OneOf(Gen.String, Texts.Like("0123456789.,-–~至约不超过万亿千百元三十每/（） 年")).Sample(text =>
    {
        foreach (var unit in Enum.GetValues<MoneyUnit>())
        {
            var read = MoneyText.Read(text, unit);
            Assert.True(read.Fault is null || read.Value is null);
        }
    });

    [Fact]
    public void What_is_written_is_read_again() => Gen.Select(Gen.Int[1, 100_000], Gen.Int[0, 100_000], Gen.Int[0, 2]).Sample((low, more, form) =>
    {
        var (minimum, maximum) = (low / 10m, (low + more) / 10m);
        var budget = form switch { 0 => new Budget(minimum, maximum), 1 => new Budget(null, maximum), _ => new Budget(minimum, null) };

        Assert.Equal(budget, MoneyText.Read(Written(budget)).Value);
    });

    private static string Ends(Budget? budget) => string.Create(CultureInfo.InvariantCulture, $"{budget?.Minimum:0.##}–{budget?.Maximum:0.##}");

    private static string Written(Budget budget) => budget switch
    {
        { Minimum: null } => string.Create(CultureInfo.InvariantCulture, $"不超过{budget.Maximum}万元"),
        { Maximum: null } => string.Create(CultureInfo.InvariantCulture, $"{budget.Minimum}万元以上"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{budget.Minimum}–{budget.Maximum}万元")
    };
}
