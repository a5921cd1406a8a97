using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Exchange.Reading.Tables;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class AliasTests
{
    [Theory]
    [InlineData(ListKind.Opportunities, "序号 应用领域 应用场景名称 场景简介 拟落地应用区域 牵头部门")]
    [InlineData(ListKind.Opportunities, "序号 应用场景项目名称 所属领域 细分领域 所属区域 应用场景概述 欢迎合作方向 场景分类 应用场景搭建单位 项目投资方式")]
    [InlineData(ListKind.Opportunities, "场景类型 序号 场景机会名称 单位名称 合作需求 联系方式")]
    [InlineData(ListKind.Opportunities, "id title publisher region field kind description required_tech budget_wan deadline")]
    [InlineData(ListKind.Capabilities, "序号 公司名称 企业与产品简介 场景能力 可应用落地场景 类别 企业资质")]
    [InlineData(ListKind.Capabilities, "序号 产品名称 企业名称 所属产业领域 所属区(开发区) 能力概述 创新亮点 应用实效 意向对接客户")]
    [InlineData(ListKind.Capabilities, "id company region field title description tech cases trl")]
    public void Every_column_of_a_published_list_has_a_field_of_its_own(ListKind list, string headers)
    {
        var cells = headers.Split(' ').Select((header, at) => new Cell(at + 1, header)).ToList();

        var header = TableHeader.Of(new SheetRow(1, cells), list, SheetMapping.None);

        Assert.DoesNotContain(SheetField.Other, header.Columns.Select(column => column.Field));
        Assert.Equal(cells.Count, header.Columns.Select(column => column.Field).Distinct().Count());
        Assert.Null(ListGuess.WrongList(header.Columns.Select(column => column.Name), list));
    }
}
