using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class OldWorkbookTests
{
    [Fact]
    public async Task An_old_workbook_is_read_like_a_new_one_even_under_a_new_name()
    {
        var file = XlsBuilder.Of([
            ["园山街道场景能力清单", null, null, null],
            ["序号", "公司名称", "场景能力", "成熟度"],
            [1, "示例智能有限公司", "人体姿态检测：不用摄像头", 8],
            [null, null, "睡眠监测，连续记录", null]
        ], (2, 3, 0, 0), (2, 3, 1, 1));

        var outcome = await Sent.OffersAsync(file, "清单.xlsx");

        Assert.Equal([("人体姿态检测", "示例智能有限公司", 3), ("睡眠监测", "示例智能有限公司", 4)], outcome.Rows.Select(row => (row.Title, row.Company!, row.Origin.Row)));
        Assert.Equal((8, "能力清单"), (outcome.Rows[0].Trl, outcome.Rows[0].Origin.Sheet));
    }

    [Fact]
    public async Task It_has_the_same_limits()
    {
        var file = XlsBuilder.Of([["场景名称", "场景简介"], ["一", "甲"]]);

        Assert.Equal(FileRefusals.TooManyColumns, await Sent.RefusalOfAsync(file, options: new() { Limits = new() { Columns = 1 } }));
        Assert.Equal(FileRefusals.TooManySheets, await Sent.RefusalOfAsync(file, options: new() { Limits = new() { Sheets = 0 } }));
    }

    [Fact]
    public async Task Its_dates_are_days()
    {
        var file = XlsBuilder.Of([["场景名称", "场景简介", "截止日期"], ["一", "甲", new DateOnly(2026, 3, 1)]]);

        Assert.Equal(new DateOnly(2026, 3, 1), (await Sent.NeedsAsync(file, "清单.xls")).Rows[0].Deadline);
    }
}
