using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class NeedLayoutTests
{
    [Fact]
    public async Task Street_level_needs_are_read_below_their_title_rows()
    {
        var file = new WorkbookBuilder().Sheet("场景需求", [
            ["滨江区2026年场景需求汇总表"],
            ["填报单位：滨江区发改局", null, null, null, null, "2026年3月"],
            ["序号", "应用领域", "应用场景名称", "场景简介", "拟落地应用区域", "牵头部门"],
            [1, "养老助残", "老人跌倒没人知道", "辖区独居老人３２０户，\n盼有办法及时知道。", "青山区", "区民政局"],
            [2, "城市治理", "占道经营反复出现", "每天巡查四次仍顾不过来。", "园山街道沿线三条路", "街道办"]
        ], "A1:F1").Build();

        var outcome = await Sent.NeedsAsync(file);

        var row = outcome.Rows[0];
        Assert.Equal(("场景需求", 4, "1"), (row.Origin.Sheet, row.Origin.Row, row.Origin.Serial));
        Assert.Equal("老人跌倒没人知道", row.Title);
        Assert.Equal("辖区独居老人３２０户，\n盼有办法及时知道。", row.Description);
        Assert.Equal(("养老助残", "区民政局"), (row.Field, row.Publisher));
        Assert.Equal(("青山区", "青山区"), (row.LandingArea, row.Region?.Name));
        Assert.Null(outcome.Rows[1].Region);
        Assert.Equal("园山街道沿线三条路", outcome.Rows[1].LandingArea);
        Assert.Null(row.ExternalId);
        Assert.Equal(3, outcome.Sheets[0].HeaderRow);
    }

    [Fact]
    public async Task City_needs_are_read_in_any_order_of_columns()
    {
        var file = WorkbookBuilder.Of(
            ["项目投资方式", "应用场景搭建单位", "应用场景项目名称", "所属领域", "细分领域", "所属区域", "应用场景概述", "欢迎合作方向", "场景分类", "序号"],
            ["政府投资", "市水务局", "河湖采砂的夜间发现", "智慧水利", "河湖监管", "滨江区（440305）", "夜间采砂难以发现。", "红外视频、雷达探测、无人机巡查", "高价值小切口", 1],
            ["企业自筹", "市港航集团", "船舶靠泊辅助", "交通运输", "港口", "天府新区", "靠泊依赖经验。", "欢迎有激光测距经验的单位联合建设。", "行业领域集成式", 2]);

        var outcome = await Sent.NeedsAsync(file);

        var (first, second) = (outcome.Rows[0], outcome.Rows[1]);
        Assert.Equal(("河湖采砂的夜间发现", "市水务局", "政府投资"), (first.Title, first.Publisher, first.Investment));
        Assert.Equal(("智慧水利", "河湖监管", "高价值小切口"), (first.Field, first.Subfield, first.Kind));
        Assert.Equal(("440305", "滨江区"), (first.Region?.Code, first.Region?.Name));
        Assert.Equal(["红外视频", "雷达探测", "无人机巡查"], first.RequiredTech);
        Assert.Equal("红外视频、雷达探测、无人机巡查", first.Cooperation);
        Assert.Empty(second.RequiredTech);
        Assert.Equal((null, "天府新区"), (second.Region, second.Zone));
    }

    [Fact]
    public async Task Low_altitude_needs_share_a_merged_scenario_type()
    {
        var file = new WorkbookBuilder().Sheet("低空", [
            ["场景类型", "序号", "场景机会名称", "单位名称", "合作需求", "联系方式"],
            ["低空应急", 1, "山火早发现", "市林业局", "起烟后10分钟内报准位置。", "林女士\n0000-1234567"],
            [null, 2, "高层灭火", "市消防救援支队", "云梯够不着三十层以上。", "罗先生 0000-2360118"],
            ["低空物流", 3, "海岛配送", "北屿区政府", "每周两班船，药品断供。", "陈女士 0000-5510267"]
        ], "A2:A3").Build();

        var outcome = await Sent.NeedsAsync(file);

        Assert.Equal(["低空应急", "低空应急", "低空物流"], outcome.Rows.Select(row => row.ScenarioType));
        Assert.Equal(("高层灭火", "市消防救援支队", "云梯够不着三十层以上。"), (outcome.Rows[1].Title, outcome.Rows[1].Publisher, outcome.Rows[1].Description));
        Assert.Equal("林女士\n0000-1234567", outcome.Rows[0].Contact);
    }

    [Fact]
    public async Task Money_and_dates_are_understood_and_their_words_kept()
    {
        var file = WorkbookBuilder.Of(
            ["需求名称（必填）", "需求描述", "预算（万元）", "报名截止", "技术要求", "联系人", "联系电话", "统一社会信用代码", "准入条件", "优先条件", "备注栏"],
            ["甲", "甲的描述", 300, new DateOnly(2026, 5, 1), "红外；雷达", "张三", 13800000000d, "91330100799655058B", "具备等保三级", "本地注册；有案例", "首批"],
            ["乙", "乙的描述", "８０－１２０万元", "2026年3月底", null, null, null, null, null, null, null],
            ["丙", "丙的描述", "面议", "长期有效", null, null, null, null, null, null, null],
            ["丁", "丁的描述", null, 46143, null, null, null, null, null, null, null]);

        var outcome = await Sent.NeedsAsync(file);

        var first = outcome.Rows[0];
        Assert.Equal((Budget.Exactly(300), null), (first.Budget, first.BudgetNote));
        Assert.Equal((new DateOnly(2026, 5, 1), null), (first.Deadline, first.DeadlineNote));
        Assert.Equal("张三\n13800000000", first.Contact);
        Assert.Equal("91330100799655058B", first.PublisherCode);
        Assert.Equal([("具备等保三级", true), ("本地注册", false), ("有案例", false)], first.Conditions.Select(condition => (condition.Text, condition.Required)));
        Assert.Equal("首批", first.Other["备注栏"]);
        Assert.Equal(new Budget(80, 120), outcome.Rows[1].Budget);
        Assert.Equal((new DateOnly(2026, 3, 31), "2026年3月底"), (outcome.Rows[1].Deadline, outcome.Rows[1].DeadlineNote));
        Assert.Equal((null, "面议"), (outcome.Rows[2].Budget, outcome.Rows[2].BudgetNote));
        Assert.Equal((null, "长期有效"), (outcome.Rows[2].Deadline, outcome.Rows[2].DeadlineNote));
        Assert.Equal(new DateOnly(2026, 5, 1), outcome.Rows[3].Deadline);
        Assert.Contains(outcome.Remarks, remark => remark.Reason.ToString() == "“46143”是表格的日期序号，读作 2026-05-01。" && remark.Column == "D 报名截止");
    }
}
