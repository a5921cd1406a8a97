using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class OfferLayoutTests
{
    private static readonly object?[] StreetHeader = ["序号", "公司名称", "企业与产品简介", "场景能力", "可应用落地场景", "类别", "企业资质"];

    [Fact]
    public async Task A_merged_company_name_belongs_to_every_row_beneath()
    {
        var file = new WorkbookBuilder().Sheet("场景能力", [
            ["园山街道场景能力清单"],
            StreetHeader,
            [1, "示例智能有限公司", "专注毫米波雷达。", "人体姿态检测：不用摄像头就能知道有人跌倒。", "居家养老", "人工智能", "高新技术企业"],
            [null, null, null, "睡眠监测，连续记录呼吸和心率", "养老机构", null, null],
            [2, "示例水务有限公司", "做水质监测。", "管网水质预警", "供水", "智慧水利", null]
        ], "A1:G1", "A3:A4", "B3:B4", "C3:C4", "F3:G4").Build();

        var outcome = await Sent.OffersAsync(file);

        Assert.Equal(["示例智能有限公司", "示例智能有限公司", "示例水务有限公司"], outcome.Rows.Select(row => row.Company));
        Assert.Equal(["人体姿态检测", "睡眠监测", "管网水质预警"], outcome.Rows.Select(row => row.Title));
        Assert.Equal("人体姿态检测：不用摄像头就能知道有人跌倒。", outcome.Rows[0].Description);
        Assert.Equal(("专注毫米波雷达。", "1", "人工智能"), (outcome.Rows[1].CompanyProfile, outcome.Rows[1].Origin.Serial, outcome.Rows[1].Field));
        Assert.Equal("养老机构", outcome.Rows[1].ApplicableScenes);
    }

    [Fact]
    public async Task A_company_left_empty_together_with_its_number_is_the_one_above()
    {
        var file = WorkbookBuilder.Of(
            StreetHeader,
            [1, "示例智能有限公司", "做雷达。", "人体姿态检测", null, null, "高新技术企业"],
            [null, null, null, "睡眠监测", null, null, null],
            [3, null, null, "水质预警", null, null, null]);

        var outcome = await Sent.OffersAsync(file);

        Assert.Equal(["示例智能有限公司", "示例智能有限公司", null], outcome.Rows.Select(row => row.Company));
        Assert.Equal(["高新技术企业"], outcome.Rows[1].Certificates.Select(c => c.Name));
        Assert.Contains(outcome.Remarks, remark => remark.Reason.ToString() == "公司名称空着，按上一行读作“示例智能有限公司”。");
    }

    [Fact]
    public async Task Without_numbers_no_company_is_guessed()
    {
        var outcome = await Sent.OffersAsync("公司名称,场景能力\n示例智能有限公司,人体姿态检测\n,睡眠监测");

        Assert.Equal(["示例智能有限公司", null], outcome.Rows.Select(row => row.Company));
    }

    [Fact]
    public async Task City_capabilities_are_read_column_by_column()
    {
        var file = WorkbookBuilder.Of(
            ["序号", "产品名称", "企业名称", "所属产业领域", "所属区（开发区）", "能力概述", "创新亮点", "应用实效", "意向对接客户", "技术成熟度", "关键技术", "应用案例", "服务区域"],
            [1, "TD550 共轴\n无人直升机", "示例航空有限公司", "低空经济", "经开区", "载荷200公斤。", "抗风强", "已在三地使用", "消防、林业", "TRL 6-7", "共轴旋翼、重载荷", "1、高层灭火测试；2、森林消防演练", "全国"],
            [2, "水面保洁船", "示例船舶有限公司", "智慧水利", "滨江区", "自动打捞。", null, null, null, "已量产", null, null, null]);

        var outcome = await Sent.OffersAsync(file);

        var (first, second) = (outcome.Rows[0], outcome.Rows[1]);
        Assert.Equal(("TD550 共轴无人直升机", "示例航空有限公司", "低空经济"), (first.Title, first.Company, first.Field));
        Assert.Equal((null, "经开区"), (first.Region, first.Zone));
        Assert.Equal("滨江区", second.Region?.Name);
        Assert.Equal(("载荷200公斤。", "抗风强", "已在三地使用", "消防、林业"), (first.Description, first.Innovation, first.Effect, first.TargetCustomers));
        Assert.Equal(6, first.Trl);
        Assert.Equal(["共轴旋翼", "重载荷"], first.Tech);
        Assert.Equal(["高层灭火测试", "森林消防演练"], first.Cases);
        Assert.Equal(["全国"], first.ServiceRegions);
        Assert.Equal((null, "已量产"), (second.Trl, second.Other["技术成熟度"]));
        Assert.Contains(outcome.Remarks, remark => remark.Reason.ToString() == "“TRL 6-7”取较低的 TRL 6。");
    }

    [Fact]
    public async Task What_qualifies_a_company_are_certificates_and_sentences_stay_words()
    {
        var outcome = await Sent.OffersAsync("产品名称,能力概述,企业资质,可同时承接项目数\n雷达,测跌倒。,ISO9001（有效期至2027年5月31日）；高新技术企业,约三个\n水质仪,测水。,公司成立于2015年。员工三百人。,\n无人船,巡河。,,很多");

        Assert.Equal([new Certificate { Name = "ISO9001", ValidUntil = new(2027, 5, 31) }, new Certificate { Name = "高新技术企业" }], outcome.Rows[0].Certificates);
        Assert.Equal(((int?)3, (string?)null), (outcome.Rows[0].ProjectsAtOnce, outcome.Rows[0].Qualifications));
        Assert.Equal((0, "公司成立于2015年。员工三百人。"), (outcome.Rows[1].Certificates.Count, outcome.Rows[1].Qualifications));
        Assert.Equal("“很多”不是 1 到 999 的整数。请写一个数，说不准就空着。", Assert.Single(outcome.Refusals).Reason.ToString());
    }

    [Fact]
    public async Task A_product_without_a_name_is_refused_where_the_list_has_a_column_for_it()
    {
        var outcome = await Sent.OffersAsync("产品名称,企业名称,能力概述\n,示例有限公司,自动打捞。");

        Assert.Equal("请填写名称。", Assert.Single(outcome.Refusals).Reason.ToString());
    }
}
