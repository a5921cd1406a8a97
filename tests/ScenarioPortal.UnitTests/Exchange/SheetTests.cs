using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class SheetTests
{
    private static readonly object?[] Header = ["序号", "应用场景名称", "场景简介"];

    [Fact]
    public async Task Every_sheet_has_its_own_header_and_hidden_ones_are_read_too()
    {
        var file = new WorkbookBuilder()
            .Sheet("甲区", [Header, [1, "一", "一的简介"]])
            .HiddenSheet("乙区", [[], ["乙区清单"], ["场景名称", "场景描述"], ["二", "二的简介"]])
            .Sheet("字典", [["领域"], ["水利"]])
            .Build();

        var outcome = await Sent.NeedsAsync(file);

        Assert.Equal([("甲区", 2, "一"), ("乙区", 4, "二")], outcome.Rows.Select(row => (row.Origin.Sheet, row.Origin.Row, row.Title)));
        Assert.Equal([("甲区", false, false), ("乙区", true, false), ("字典", false, true)], outcome.Sheets.Select(sheet => (sheet.Sheet, sheet.Hidden, sheet.Skipped is not null)));
    }

    [Fact]
    public async Task A_workbook_with_both_lists_gives_the_one_that_was_asked_for()
    {
        var file = new WorkbookBuilder()
            .Sheet("能力清单", [["产品名称", "企业名称", "能力概述", "创新亮点"], ["船", "示例有限公司", "打捞", "快"]])
            .Sheet("机会清单", [Header, [1, "一", "一的简介"]])
            .Build();

        var outcome = await Sent.NeedsAsync(file);

        Assert.Equal("一", Assert.Single(outcome.Rows).Title);
        Assert.Equal("这张表看起来是能力清单（有“产品名称”“能力概述”“创新亮点”等列）。请改在能力清单处上传。", outcome.Sheets[0].Skipped?.ToString());
    }

    [Fact]
    public async Task Notes_headings_totals_blank_rows_and_repeated_headers_are_no_rows()
    {
        var file = new WorkbookBuilder().Sheet("清单", [
            Header,
            ["一、智慧养老领域"],
            [1, "一", "一的简介"],
            [],
            [null, "　", " "],
            Header,
            ["二、智慧水利领域"],
            [2, "二", "二的简介"],
            [3],
            ["合计", "2项"],
            ["注：以上内容以最终发布为准。"]
        ], "A2:C2").Build();

        var outcome = await Sent.NeedsAsync(file);

        Assert.Equal(["一", "二"], outcome.Rows.Select(row => row.Title));
        Assert.Empty(outcome.Refusals);
    }

    [Fact]
    public async Task The_second_row_of_a_header_in_two_rows_is_no_row()
    {
        var file = new WorkbookBuilder().Sheet("清单", [
            ["场景名称", "场景简介", "联系方式", null],
            [null, null, "联系人", "电话"],
            ["一", "一的简介", "张三", "0000-1"]
        ], "A1:A2", "B1:B2", "C1:D1").Build();

        var outcome = await Sent.NeedsAsync(file);

        Assert.Equal(("一", "张三\n0000-1"), (Assert.Single(outcome.Rows).Title, outcome.Rows[0].Contact));
    }

    [Fact]
    public async Task Merging_means_as_above_in_both_directions()
    {
        var file = new WorkbookBuilder().Sheet("清单", [
            ["场景名称", "场景简介", "牵头部门", "联系方式", "所属领域"],
            ["一", "甲", "市水务局", "0000-1", "水利"],
            ["二", "乙", null, null, null]
        ], "C2:D3", "E2:E3").Build();

        var outcome = await Sent.NeedsAsync(file);

        Assert.Equal(["市水务局", "市水务局"], outcome.Rows.Select(row => row.Publisher));
        Assert.Equal("水利", outcome.Rows[1].Field);
    }

    [Fact]
    public async Task Columns_are_reported_with_what_they_were_taken_for()
    {
        var outcome = await Sent.NeedsAsync("场景名称,项目名称,场景简介,预算（万元）,分管领导\n一,别名,甲,30,王五");

        Assert.Equal(
            [("A", SheetField.Title), ("B", SheetField.Other), ("C", SheetField.Description), ("D", SheetField.Budget), ("E", SheetField.Other)],
            outcome.Sheets[0].Columns.Select(column => (column.Letter, column.Field)));
        Assert.Equal([("分管领导", "王五"), ("项目名称", "别名")], outcome.Rows[0].Other.Select(entry => (entry.Key, entry.Value)).OrderBy(entry => entry.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_remembered_mapping_comes_before_the_known_names()
    {
        var mapping = new SheetMapping(new Dictionary<string, SheetField>
        {
            ["痛点"] = SheetField.Description,
            ["场景名称"] = SheetField.Kind,
            ["叫法"] = SheetField.Title,
            ["内部意见"] = SheetField.Ignored
        });

        var outcome = await Sent.NeedsAsync("叫法,痛 点（必填）,场景名称,内部意见\n一,甲,某类,不公开", options: new() { Mapping = mapping });

        var row = Assert.Single(outcome.Rows);
        Assert.Equal(("一", "甲", "某类"), (row.Title, row.Description, row.Kind));
        Assert.Empty(row.Other);
    }

    [Theory]
    [InlineData("编号", "17", null)]
    [InlineData("编号", "2026-需-017", "2026-需-017")]
    [InlineData("id", "17", "17")]
    public async Task A_number_that_only_counts_rows_identifies_nothing(string header, string value, string? id)
    {
        var row = Assert.Single((await Sent.NeedsAsync($"{header},场景名称,场景简介\n{value},一,甲")).Rows);

        Assert.Equal(id, row.ExternalId);
        Assert.Equal(id is null ? value : null, row.Other.GetValueOrDefault(header));
    }

    [Fact]
    public async Task A_failed_formula_counts_as_empty_and_is_remarked()
    {
        var outcome = await Sent.NeedsAsync(WorkbookBuilder.Of(["场景名称", "场景简介", "牵头部门"], ["一", "甲", new Broken("#REF!")]));

        Assert.Null(outcome.Rows[0].Publisher);
        Assert.Equal("C 牵头部门", Assert.Single(outcome.Remarks).Column);
    }

    [Fact]
    public async Task A_stroke_through_a_cell_says_nothing()
    {
        var outcome = await Sent.NeedsAsync("场景名称,场景简介,预算,牵头部门\n一,甲,/,——");

        Assert.Equal((null, null, null), (outcome.Rows[0].Budget, outcome.Rows[0].BudgetNote, outcome.Rows[0].Publisher));
    }
}
