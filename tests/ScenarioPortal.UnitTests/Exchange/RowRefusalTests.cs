using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class RowRefusalTests
{
    [Fact]
    public async Task A_row_reports_all_its_faults_with_sheet_row_column_and_value()
    {
        var file = new WorkbookBuilder().Sheet("需求端", [
            ["某市清单"],
            ["序号", "场景名称", "场景简介", "统一社会信用代码", "截止日期", "预算（万元）"],
            [1, "一", "甲", "91330100799655058B", "2026-03-01", 30],
            [2, new string('长', 201), new string('述', 8_001), "91330100799655058A", "2026-02-31", -5]
        ]).Build();

        var outcome = await Sent.NeedsAsync(file);

        Assert.Single(outcome.Rows);
        Assert.All(outcome.Refusals, refusal => Assert.Equal(("需求端", 4), (refusal.Sheet, refusal.Row)));
        Assert.Equal(
            ["B 场景名称", "C 场景简介", "D 统一社会信用代码", "E 截止日期", "F 预算（万元）"],
            outcome.Refusals.Select(refusal => refusal.Column).Order(StringComparer.Ordinal));
        var date = outcome.Refusals.Single(refusal => refusal.Column == "E 截止日期");
        Assert.Equal(("2026-02-31", "没有“2026-02-31”这一天，请核对日期。"), (date.Value, date.Reason.ToString()));
        Assert.All(outcome.Refusals, refusal => Assert.InRange(refusal.Value!.Length, 1, 40));
    }

    [Fact]
    public async Task A_refusal_for_an_empty_cell_names_the_column_to_fill()
    {
        var outcome = await Sent.NeedsAsync("序号,场景名称,场景简介,牵头部门\n1,,甲,市水务局\n2,二,,市水务局");

        Assert.Equal(
            [(2, "B 场景名称", CellRefusals.NoTitle), (3, "C 场景简介", CellRefusals.NoDescription)],
            outcome.Refusals.Select(refusal => (refusal.Row, refusal.Column, refusal.Reason.Template)));
    }

    [Fact]
    public async Task Where_the_description_makes_the_title_its_absence_is_told_once()
    {
        var outcome = await Sent.OffersAsync("公司名称,场景能力,类别\n甲公司,,智慧城市");

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(("B 场景能力", CellRefusals.NoDescription), (refusal.Column, refusal.Reason.Template));
    }

    [Fact]
    public async Task What_else_describes_a_need_stands_in_for_its_description()
    {
        var outcome = await Sent.NeedsAsync("场景名称,场景简介,合作方向,牵头部门\n一,,欢迎雷达企业。,市水务局\n二,,,市水务局");

        Assert.Equal("欢迎雷达企业。", Assert.Single(outcome.Rows).Description);
        Assert.Equal("简介空着，以“合作方向”列的内容代替。", Assert.Single(outcome.Remarks).Reason.ToString());
        Assert.Equal((3, CellRefusals.NoDescription), (outcome.Refusals[0].Row, outcome.Refusals[0].Reason.Template));
    }

    [Fact]
    public async Task Words_in_place_of_a_credit_code_are_kept()
    {
        var outcome = await Sent.NeedsAsync("场景名称,场景简介,统一社会信用代码\n一,甲,办理中");

        Assert.Equal((null, "办理中"), (outcome.Rows[0].PublisherCode, outcome.Rows[0].Other["统一社会信用代码"]));
    }

    [Fact]
    public async Task Full_width_letters_and_blanks_in_a_credit_code_are_forgiven()
    {
        var outcome = await Sent.NeedsAsync("场景名称,场景简介,统一社会信用代码\n一,甲,９１３３ 0100 7996 55058b");

        Assert.Equal("91330100799655058B", outcome.Rows[0].PublisherCode);
    }

    [Fact]
    public async Task An_identifier_longer_than_any_is_refused_at_its_field()
    {
        var outcome = await Sent.NeedsAsync($$"""{"id":"{{new string('N', 101)}}","title":"一","description":"甲"}""", "清单.jsonl");

        Assert.Equal(CellRefusals.IdTooLong, Assert.Single(outcome.Refusals).Reason.Template);
    }
}
